package pageloom.markup;

import java.util.List;

/// Fragments that a careless conversion gets wrong.
final class NastyFragments {
  private NastyFragments() {}

  static List<String> all() {
    return List.of(
        "",
        "only text",
        "<section></section>",
        "<section class='a b' tabindex='0' lang=de dir=rtl hidden title='&quot;x&quot;'></section>",
        "<div><label for=x>L</label><input id=x readonly maxlength=5 autocomplete=off></div>",
        // Text
        "<p>{braces} } { {{x}} ${y} `z` \\n \\ \"q\" 'a' &lt;b&gt; &amp;amp; &amp;nbsp; > </p>",
        "<p>&nbsp;a&nbsp; b&nbsp;</p>",
        "<p>a\u2028b\u2029c\u200Bd\uFEFFe\u2003f\u3000</p>",
        "<p>日本語 😀 é\u0301 \u202Ertl\u202C</p>",
        "<p>{/* x */} // x /* y */ <!-- gone -->end</p>",
        "<p>Hello <b>x</b> <i>y</i>, <a href='#z'>z</a>!</p>",
        "<p>a<b> b </b>c <b>d</b> </p>",
        "<p>\n  <b>one</b>\n  <b>two</b>\n</p>",
        "<p> <span> </span> </p>",
        "<p>one<br>two<br> three</p>",
        "<p>" + "word ".repeat(60) + "<b>bold</b> " + "more ".repeat(60) + "<i>i</i></p>",
        "<p>" + "<b>x</b> ".repeat(60) + "</p>",
        "<a class='text-brand' href='#a'>"
            + "<span class='font-body text-muted'>x</span> ".repeat(9)
            + "</a>",
        "<ul>\n  <li>a</li>\n  <li>b <em>c</em></li>\n</ul>",
        "<div class='flex'>\n  <span>a</span>\n  text \n <span>b</span>\n</div>",
        "<div class='flex md:block'>\n  <span>a</span>\n  <span>b</span>\n</div>",
        "<div class='inline-block'> a </div> <div class='md:inline'> b </div>",
        // Preserved white space
        "<pre>\n\n  a\n    b {x}\n</pre>",
        "<pre><code>a\n  <b>b</b>\n\n</code>\n</pre>",
        "<p class='whitespace-pre-line'>\n a\n  b <b> c\n</b>\n</p>",
        "<p class='whitespace-pre-wrap'>" + "long line ".repeat(20) + "\n\n<b>x</b>  \t</p>",
        "<div class='md:whitespace-pre'>\n a <div> x  y </div>\n</div>",
        "<pre class='whitespace-normal'>  a  <span class='whitespace-normal'> b  c </span></pre>",
        // Forms
        "<form action=/x method=post><input name=q value='a\"b' required"
            + " autofocus><button>Go</button></form>",
        "<input type=checkbox checked value=1><input type=radio name=r checked><input type=radio"
            + " name=r>",
        "<input value=''><input type=number value=007><input type=range min=0 max=9 value=3><input"
            + " type=date value=2026-01-01>",
        "<input type=button value=Go><input type=reset value=R><input type=file value=x><input"
            + " type=color value=#fff>",
        "<textarea>\n\n"
            + " a {b} \"c\" </textarea><textarea></textarea><textarea rows=3 cols=4"
            + " placeholder='{p}'>x</textarea>",
        "<select><option>a<option selected>b  c<option value=''>d</select>",
        "<select><option value=1 selected>a<option value=1>b<option value=2 selected>c</select>",
        "<select multiple size=3><option selected>a<option>b<option selected value='\"'>c</select>",
        "<select><optgroup label='g'><option>a</option></optgroup><optgroup label='h'"
            + " disabled><option selected>b</optgroup></select>",
        "<select required disabled><option value='x' disabled>x</select>",
        "<input list=l><datalist id=l><option value=a><option value=b></datalist>",
        "<progress value=0.50 max=1></progress><meter value=3 min=0 max=10 low=2.5 high=8"
            + " optimum=7></meter>",
        "<fieldset disabled name=f><legend>x</legend><output for='a b'"
            + " name=o>1</output></fieldset>",
        // Things that open
        "<details open><summary>s</summary><p>t</p></details><details"
            + " name=g><summary>u</summary>v</details>",
        "<button popovertarget=m popovertargetaction=show>o</button><div id=m popover>x</div><div"
            + " popover=manual>y</div>",
        "<div inert><button>x</button></div><dialog open>d</dialog>",
        // Tables and lists
        "<table><caption>c</caption><colgroup><col span=2></colgroup><tr><th scope=col colspan=2"
            + " headers='a'>x</table>",
        "<table>\n"
            + "<thead>\n"
            + "<tr>\n"
            + "<td rowspan=2> a </td>\n"
            + "</tr></thead><tfoot><tr><td></tfoot></table>",
        "<ol start=-3 reversed type=A><li value=7>x</ol><dl><dt>a<dd>b</dl>",
        // Media
        "<img src=https://e.com/a.png alt='' width=10 height=20 loading=lazy decoding=async"
            + " srcset='https://e.com/a.png 1x, https://e.com/b.png 2x' sizes='(min-width: 1px)"
            + " 50vw'>",
        "<picture><source srcset=https://e.com/a.webp type=image/webp media='(min-width:9px)'><img"
            + " src=https://e.com/a.png alt=a></picture>",
        "<video controls loop muted playsinline autoplay preload=none poster=https://e.com/p.png"
            + " src=https://e.com/v.mp4><track default kind=captions srclang=en"
            + " src=https://e.com/c.vtt label=E></video>",
        // SVG
        "<svg viewbox='0 0 24 24' fill=none stroke=currentColor stroke-width=1.5"
            + " stroke-linecap=round stroke-linejoin=round stroke-dasharray='1 2' aria-hidden=true"
            + " focusable=false class='h-5'><path d='M0 0h1' fill-rule=evenodd clip-rule=evenodd"
            + " vector-effect=non-scaling-stroke /></svg>",
        "<svg><defs><lineargradient id=g gradientunits=userSpaceOnUse gradienttransform='rotate(1)'"
            + " x1=0 spreadmethod=pad><stop offset=0 stop-color=red stop-opacity=.5"
            + " /></lineargradient><clippath id=c clippathunits=userSpaceOnUse><rect width=1"
            + " height=1 rx=2 /></clippath></defs><g clip-path='url(#c)'><rect fill=\"url('#g')\""
            + " stroke='url(#g) red' /></g></svg>",
        "<svg><symbol id=s viewBox='0 0 1 1'><circle r=1 /></symbol><use xlink:href='#s' x=1 /><use"
            + " href='#s' /></svg>",
        "<svg><filter id=f><fegaussianblur stddeviation=2 in=SourceGraphic result=a"
            + " /><fecolormatrix type=matrix values='1 0 0' /><femerge><femergenode in=a"
            + " /></femerge></filter><mask id=m maskunits=userSpaceOnUse mask-type=alpha><rect"
            + " transform-origin='center' paint-order=stroke /></mask></svg>",
        "<svg role=img aria-labelledby=t tabindex=0><title id=t>A &lt;title&gt; {x}</title><desc>d "
            + " e</desc><text x=1 text-anchor=middle dominant-baseline=central font-family='a,b'"
            + " font-size=3 letter-spacing=1> a <tspan dx=1> b </tspan> c</text><a"
            + " href='#z'><text>l</text></a></svg>",
        "<svg><pattern id=p patternunits=userSpaceOnUse patterntransform='scale(2)' width=4"
            + " height=4><path d='M0 0' marker-end='url(#p)' /></pattern><marker id=k markerwidth=3"
            + " refx=1 orient=auto /></svg>",
        "<svg preserveaspectratio='xMidYMid slice' pathlength=1><textpath href='#p'"
            + " startoffset=5>x</textpath></svg>",
        // Attributes
        "<div data-a='{\"x\":1}' data-b-c=\"it's\" aria-label='a\n"
            + "b' aria-level=2 aria-valuenow=0.5 aria-current=page aria-hidden></div>",
        "<div class=\"[&>li]:mt-1 before:content-['\\\"'] data-[x='y']:p-1 [&_p]:m-0 w-1/2"
            + " md:grid-cols-[1fr_2fr]\"></div>",
        "<a href='https://e.com/?a=1&b=2&amp;c=3#d' target=_blank title='&amp;lt; &copy;"
            + " &#39;'>x</a>",
        "<p title='  two  spaces  ' data-t='a\tb' data-u='\u00A0'>x</p>",
        "<p spellcheck=false translate=no inputmode=tel enterkeyhint=go role=note>x</p>",
        "<time datetime=2026-01-01>x</time><data value='7'>x</data><abbr title=x>y</abbr><del"
            + " datetime=2026-01-01>z</del>",
        "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><wbr><bdo dir=rtl>x</bdo>");
  }
}
