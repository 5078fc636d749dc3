package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.markup.Finding.Kind;
import pageloom.plan.Theme;
import pageloom.plan.Themes;

final class FindingsTest {
  private static final Map<String, String> COLOURS =
      Themes.variables(new Theme("harbor", "light", "grotesk", "soft", "normal")).light();
  private static final String WORDS = "<h2>Bread of the day, baked at four</h2>";

  static FindingsContext context(String kind, String stated) {
    return new FindingsContext(
        kind,
        kind,
        Stream.of(kind, "pricing", "footer").collect(Collectors.toSet()),
        COLOURS,
        stated);
  }

  private static List<Finding> in(String html) {
    return Findings.of(html, context("about", ""));
  }

  private static List<Kind> kinds(String html) {
    return in(html).stream().map(Finding::kind).distinct().toList();
  }

  /// A good section with something in it.
  private static String with(String content) {
    return "<section id=\"about\" class=\"bg-surface text-ink\">" + WORDS + content + "</section>";
  }

  @Test
  void a_good_section_has_no_findings() {
    assertEquals(List.of(), in(with("<p class=\"text-muted\">Come early.</p>")));
  }

  @Test
  void a_finding_says_where_and_what_to_do() {
    List<Finding> findings = in(with("\n<img src=\"data:image/png;base64,AA==\">"));
    assertEquals(
        List.of(
            new Finding(
                Kind.MISSING_ALT,
                "The <img> has no alt: describe it, or use alt=\"\" if it only decorates",
                List.of(2))),
        findings);
    assertEquals(
        "Line 2: The <img> has no alt: describe it, or use alt=\"\" if it only decorates",
        findings.getFirst().instruction());
  }

  @Test
  void the_same_fault_in_many_places_is_one_finding() {
    var findings =
        in(with("<b class=\"text-black\">a</b>\n<b class=\"text-black\">b</b>\n".repeat(4)));
    assertEquals(1, findings.size());
    assertTrue(
        findings.getFirst().instruction().startsWith("Lines 1, 2, 3 and 5 more: "),
        findings.toString());
  }

  @Test
  void a_fault_that_only_moved_is_the_same_fault() {
    var before = in(with("<b class=\"bg-white\">a</b>"));
    var after = in(with("\n\n<b class=\"bg-white\">a</b>"));
    assertFalse(before.equals(after));
    assertTrue(Finding.same(before, after));
    assertFalse(Finding.same(before, in(with("<b class=\"bg-black\">a</b>"))));
    assertFalse(Finding.same(before, List.of()));
    assertEquals(before, in(with("<b class=\"bg-white\">a</b>")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      maxCharsPerColumn = 4000,
      value = {
        "about | NOT_ONE_ROOT | <section id='about'>A section about bread"
            + " here</section><section>B</section>",
        "about | NOT_ONE_ROOT | Here it is: <section id='about'>A section about bread"
            + " here</section>",
        "about | NOT_ONE_ROOT | Just words, twenty letters of them and more",
        "about | NOT_ONE_ROOT | <!doctype html><html><body><section id='about'>Twenty letters about"
            + " bread</section></body></html>",
        "about | WRONG_ROOT | <div id='about'>Twenty letters about bread</div>",
        "about | WRONG_ROOT | <nav id='about'>Twenty letters about bread</nav>",
        "navigation | WRONG_ROOT | <section id='navigation'>Bread <a"
            + " href='#pricing'>Prices</a></section>",
        "footer | WRONG_ROOT | <section id='footer'>Bread <a href='#pricing'>Prices</a></section>",
        "about | WRONG_ID | <section id='story'>Twenty letters about bread</section>",
        "about | WRONG_ID | <section>Twenty letters about bread</section>",
        "about | EMPTY | ' '",
        "about | TOO_LITTLE | <section id='about'></section>",
        "about | TOO_LITTLE | <section id='about'><h2>Bread</h2></section>",
        "navigation | TOO_LITTLE | <nav id='navigation'></nav>",
        "about | HEADING_ORDER | <section id='about'><h1>Twenty letters about bread</h1></section>",
        "hero | HEADING_ORDER | <header id='hero'><h2>Twenty letters about bread</h2></header>",
        "hero | HEADING_ORDER | <header id='hero'><h1>Twenty letters about"
            + " bread</h1><h1>B</h1></header>",
        "about | HEADING_ORDER | <section id='about'><h3>Twenty letters about bread</h3></section>",
        "about | HEADING_ORDER | <section id='about'><h2>Twenty letters about"
            + " bread</h2><h4>B</h4></section>",
        "about | HEADING_ORDER | <section id='about'><h2>Twenty letters about bread</h2><h3>"
            + " </h3></section>",
        "navigation | DEAD_LINK | <nav id='navigation'><a href='#'>Features</a> <a"
            + " href='#'>Bread</a></nav>",
        "navigation | '' | <nav id='navigation'><a href='#'>Crumb</a> <a"
            + " href='#pricing'>Prices</a></nav>",
        "footer | '' | <footer id='footer'><a href='#'>Crumb</a> <a href='#'>Back to"
            + " top</a></footer>",
        "hero | '' | <header id='hero'><h1>Twenty letters about"
            + " bread</h1><h2>B</h2><h3>C</h3><h2>D</h2></header>",
        "hero | '' | <section id='hero'><h1>Twenty letters about bread</h1></section>",
        "navigation | '' | <header id='navigation'><a href='#pricing'>Prices</a></header>",
      })
  void the_root_its_headings_and_its_amount(String kind, String expected, String html) {
    Set<Kind> found =
        Findings.of(html, context(kind, "")).stream()
            .map(Finding::kind)
            .collect(Collectors.toSet());
    assertEquals(expected.isEmpty() ? Set.of() : Set.of(Kind.valueOf(expected)), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRUNCATED | <section id='about'><h2>Twenty letters about bread</h2><p>and",
        "TRUNCATED | <section id='about'><h2>Twenty letters about bread</h2><a hre",
        "TRUNCATED | <section id='about'><h2>Twenty letters about bread</h2><a href=\"#pri",
        "TRUNCATED | <section id='about'><h2>Twenty letters about bread</h2><!-- and",
        "TRUNCATED | <section id='about'><h2>Twenty letters about bread</h2><",
        "UNBALANCED | <section id='about'><div><h2>Twenty letters about bread</h2></section>",
        "UNBALANCED | <section id='about'><h2>Twenty letters about bread</h2></div></section>",
        "UNBALANCED | <section id='about'><h2>Twenty <b><i>letters</b></i> about"
            + " bread</h2></section>",
        "UNBALANCED | <section id='about'><p>Twenty letters about <div>bread</div></p></section>",
        "UNBALANCED | <section id='about'><h2>Twenty letters about bread</h2><div/></section>",
        "UNBALANCED | <section id='about'><h2>Twenty letters about bread</h2><svg"
            + " aria-hidden='true'><path d='M0 0'></svg></section>",
        "UNBALANCED | <section id='about'><a href='#about'>Twenty letters <a href='#footer'>about"
            + " bread</a></a></section>",
        "UNBALANCED | <section id='about\" class=\"x'><h2 class=\"a\"b\">Twenty letters about"
            + " bread</h2></section>",
        "'' | <section id='about'><p>Twenty letters<p>about bread<ul><li>a<li>b</ul></section>",
        "'' | <section id='about'><dl><dt>Twenty letters<dd>about bread<dt>c<dd>d</dl></section>",
        "'' | <section id='about'><table><tr><td>Twenty letters<td>about"
            + " bread<tr><th>c</table></section>",
        "'' | <section id='about'>Twenty letters<br>about<br/>bread<hr><img alt=''"
            + " src='data:image/png;base64,AA=='></section>",
        "'' | <section id='about'>Twenty letters <svg aria-hidden='true'><path d='M0 0'/><g><circle"
            + " r='1'/></g></svg>about bread</section>",
        "'' | <section id='about'>Twenty letters <svg role='img'><title>A < B</title><path d='M0"
            + " 0'></path></svg>about bread</section>",
        "'' | <SECTION ID='about'><H2>Twenty letters about bread</h2></Section>",
        "'' | <section id=about><h2 title='a > b </h2>'>Twenty letters about bread: 2 < 3</h2><!--"
            + " <div> --></section>",
        "'' | <section id='about'><label>Twenty letters about"
            + " bread<textarea></div></textarea></label></section>",
      })
  void tags_are_counted_exactly(String expected, String html) {
    Set<Kind> found =
        kinds(html).stream()
            .filter(k -> k == Kind.TRUNCATED || k == Kind.UNBALANCED)
            .collect(Collectors.toSet());
    assertEquals(expected.isEmpty() ? Set.of() : Set.of(Kind.valueOf(expected)), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SCRIPT | <script>a</script>",
        "SCRIPT | <svg aria-hidden='true'><script>a</script></svg>",
        "SCRIPT | <b onclick='a()'>b</b>",
        "SCRIPT | <b @click='a()'>b</b>",
        "SCRIPT | <b x-data='{}'>b</b>",
        "SCRIPT | <a href='javascript:a()'>b</a>",
        "SCRIPT | <a href=' java\tscript:a()'>b</a>",
        "FORBIDDEN_ELEMENT | <canvas></canvas>",
        "FORBIDDEN_ELEMENT | <x-card>b</x-card>",
        "FORBIDDEN_ELEMENT | <svg aria-hidden='true'><animate attributeName='x'/></svg>",
        "STYLE | <style>b { top: 0 }</style>",
        "STYLE | <b style='top: 0'>b</b>",
        "REMOTE_RESOURCE | <img alt='' src='https://images.example/a.png'>",
        "REMOTE_RESOURCE | <img alt='' src='/hero.jpg'>",
        "REMOTE_RESOURCE | <b class=\"bg-[url('/a.png')]\">b</b>",
        "REMOTE_RESOURCE | <video src='//cdn.example/a.mp4'></video>",
        "RAW_COLOUR | <b class='bg-red-500'>b</b>",
        "RAW_COLOUR | <b class='sm:hover:text-gray-600/80'>b</b>",
        "RAW_COLOUR | <b class='bg-white!'>b</b>",
        "RAW_COLOUR | <b class='border-t-black'>b</b>",
        "RAW_COLOUR | <b class='from-violet-600 to-transparent'>b</b>",
        "RAW_COLOUR | <b class='bg-[#fff]'>b</b>",
        "RAW_COLOUR | <b class='text-[rgb(1,2,3)]'>b</b>",
        "RAW_COLOUR | <b class='text-[tomato]'>b</b>",
        "RAW_COLOUR | <b class='[color:red]'>b</b>",
        "RAW_COLOUR | <b class='shadow-[0_0_4px_#000]'>b</b>",
        "RAW_COLOUR | <b class='text-primary'>b</b>",
        "RAW_COLOUR | <b class='bg-brand-500'>b</b>",
        "RAW_COLOUR | <b class='text-muted-foreground'>b</b>",
        "RAW_COLOUR | <b class='dark:text-surface'>b</b>",
        "RAW_COLOUR | <svg aria-hidden='true' fill='#123'></svg>",
        "RAW_COLOUR | <svg aria-hidden='true'><path stroke='white'/></svg>",
        "'' | <b class='bg-card sm:border-line/40 text-base text-sm border-t border-2 bg-cover"
            + " text-center'>b</b>",
        "'' | <b class='grid-cols-[1fr_2fr] w-[12rem] text-[2rem] bg-linear-to-r from-brand"
            + " to-accent'>b</b>",
        "'' | <b class='ring-2 outline-offset-4 divide-y decoration-2 stroke-2 fill-none"
            + " shadow-card'>b</b>",
        "'' | <b class='bg-[var(--color-brand)] border-current bg-transparent'>b</b>",
        "'' | <svg aria-hidden='true' fill='none' stroke='currentColor'><mask id='about-m'><rect"
            + " fill='#fff'/></mask><path fill='url(#about-m)'/></svg>",
        "'' | <details><summary>More</summary>Bread</details><button type='button'"
            + " popovertarget='about-p'>Open</button><div popover id='about-p'>Bread</div>",
        "MISSING_ALT | <img src='data:image/png;base64,AA=='>",
        "MISSING_ALT | <svg role='img'><path d='M0 0'/></svg>",
        "'' | <svg role='img' aria-label='A loaf'><path d='M0 0'/></svg>",
        "MISSING_NAME | <button type='button'><svg aria-hidden='true'></svg></button>",
        "MISSING_NAME | <a href='#pricing'></a>",
        "MISSING_NAME | <input type='email'>",
        "'' | <button type='button' aria-label='Open'><svg aria-hidden='true'></svg></button>",
        "'' | <label for='about-mail'>Mail</label><input id='about-mail' type='email'><label>Name"
            + " <input></label>",
        "DEAD_LINK | <a href='#prices'>b</a>",
        "DEAD_LINK | <a href='#'>b</a>",
        "DEAD_LINK | <a href=''>b</a>",
        "DEAD_LINK | <a>b</a>",
        "DEAD_LINK | <a href='/pricing'>b</a>",
        "DEAD_LINK | <a href='https://twitter.com/crumb'>b</a>",
        "DEAD_LINK | <button type='button' popovertarget='nothing'>b</button>",
        "'' | <a href='#pricing'>b</a><a href='#about'>c</a><a href='#about-x'>d</a><b"
            + " id='about-x'>e</b>",
        "'' | <a href='#'>Back to top</a>",
        "EMOJI | <span aria-hidden='true'>🚀</span>",
        "EMOJI | <b>☎️ Call</b>",
        "'' | <b>✓ ★ → © ™ ☎ ₂</b>",
      })
  void elements_attributes_and_classes(String expected, String content) {
    assertEquals(
        expected.isEmpty() ? List.of() : List.of(Kind.valueOf(expected)), kinds(with(content)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | <p class='text-line'>faint</p>",
        "true | <div class='bg-brand'><p>dark on dark</p></div>",
        "true | <div class='bg-inverse'><p class='text-muted'>grey on dark</p></div>",
        "true | <p class='text-accent'>orange</p>",
        "true | <p class='text-ink/30'>faded</p>",
        "true | <p class='opacity-40'>faded</p>",
        "true | <div class='bg-ink/10'><p class='text-on-brand'>white on grey</p></div>",
        "true | <p class='text-2xl text-line'>large</p>",
        "false | <p class='text-muted'>grey</p>",
        "false | <div class='bg-brand text-on-brand'>a<p>b</p><a href='#pricing' class='bg-on-brand"
            + " text-brand'>c</a></div>",
        "false | <div class='bg-inverse text-on-inverse'>a<p"
            + " class='text-on-inverse-muted'>b</p></div>",
        "false | <p class='text-line sr-only'>unseen</p>",
        "false | <p class='text-line' aria-hidden='true'>01</p>",
        "false | <p class='sm:text-line hover:bg-brand'>sometimes</p>",
        "false | <div class='bg-linear-to-r from-brand to-inverse'><p"
            + " class='text-on-brand'>gradient</p></div>",
        "false | <div class='relative'><svg class='absolute inset-0' aria-hidden='true'></svg><p"
            + " class='text-on-brand'>over</p></div>",
        "false | <p class='absolute text-on-brand'>over</p>",
        "false | <p class='text-brand-ink/90'>still dark</p>",
      })
  void contrast_is_computed_where_classes_tell_it(boolean low, String content) {
    assertEquals(low ? List.of(Kind.LOW_CONTRAST) : List.of(), kinds(with(content)));
  }

  @Test
  void low_contrast_says_the_ratio_and_the_way_out() {
    assertEquals(
        "Line 1: text-ink on bg-brand has a contrast of 2.0:1 and needs 4.5:1: use text-on-brand",
        in(with("<div class=\"bg-brand\">a</div>")).getFirst().instruction());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "98% of guests return",
        "Rated 98 percent",
        "<b>10,000+</b> customers",
        "<dd>10k+</dd><dt>happy customers</dt>",
        "<dt>Customers</dt><dd>12,400</dd>",
        "Join 3,000 bakers and 2,500 teams",
        "Trusted by teams everywhere",
        "Loved by 40 companies",
        "Join over 500 happy customers",
        "thousands of happy customers",
        "10x faster",
        "25 years of experience",
        "Since 1987",
        "It saves 6 hours",
        "4.9/5",
        "Rated 4.8 out of 5",
        "5-star service",
        "<span aria-hidden='true'>★★★★★</span>",
        "<p>4.9</p><p>from 212 reviews</p>",
        "<span aria-label='5 out of 5 stars'></span>",
        "<div><svg aria-hidden='true'><path d='M1 1'/></svg><svg aria-hidden='true'><path d='M1"
            + " 1'/></svg><svg aria-hidden='true'><path d='M1 1'/></svg><svg"
            + " aria-hidden='true'><path d='M1 1'/></svg><svg aria-hidden='true'><path d='M1"
            + " 1'/></svg></div>",
        "<blockquote>It changed my mornings for good.<footer>Jane Miller,"
            + " teacher</footer></blockquote>",
        "<figure><blockquote>It changed my mornings.</blockquote><figcaption>Ana P."
            + " Souza</figcaption></figure>",
        "<p>“It changed how we start the day, every day.”</p><p>Jane Miller</p><p>Head of"
            + " Design</p>",
        "<p>\"It changed how we start the day, every day.\"</p><p>— Tom Baker</p>",
        "<blockquote><p>“Best bread in town.”</p></blockquote><p>Maria Lopez, regular guest</p>",
        "Award-winning bread",
        "As seen in the papers",
        "The #1 choice for bread",
        "The best-selling loaf",
        "SOC 2 and GDPR-compliant",
        "Only $12 a loaf",
        "From 9,50 €",
        "Write to <a href='mailto:hi@crumb.bread'>us</a>",
        "Call +49 30 1234567",
      })
  void invented_proof_is_found(String content) {
    assertEquals(List.of(Kind.INVENTED_PROOF), kinds(with("<div>" + content + "</div>")));
    String marked = "<p class=\"text-xs\">Sample figures</p><div>" + content + "</div>";
    assertEquals(List.of(), kinds(with(marked)), "a visible mark makes it fine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "© 2026 Crumb",
        "Up to 5 users, 10 projects",
        "Up to 10,000 customers",
        "Open 7 to 16, 6 days",
        "Step 1 of 5, 3 / 5",
        "Bake for 40 minutes at 220 °C",
        "$0 to try, free of charge",
        "For ages 18+",
        "A page for every team and its customers",
        "<blockquote>Bread is a slow thing, and so are we.</blockquote><p>That is all.</p>",
        "<p>“The crust sings when it cools, listen to it.”</p><p>What bakers say</p>",
        "<p>“Will it keep until Sunday without a bag?”</p><a href='#pricing'>See Prices</a>",
        "<blockquote>Replace with a real quote: what changed?</blockquote><p>Your customer's"
            + " name</p>",
        "We were awarded nothing and trust our oven",
        "Write to hello@example.com or call +1 555 0102",
        "Chapter #1: flour",
        "Version 4.9 is out",
        "A certificate hangs in the hall",
      })
  void what_only_looks_like_proof_is_not(String content) {
    assertEquals(List.of(), kinds(with("<div>" + content + "</div>")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We have 10000 customers | 10,000+ customers",
        "we serve 12k users | 12,000 happy users",
        "since 1987 in Porto | Since 1987",
        "a loaf is $12 | Only $12 a loaf",
        "mail hi@crumb.bread, call 030 1234567 | <a href='mailto:hi@crumb.bread'>Mail</a> <a"
            + " href='tel:0301234567'>Call</a>",
        "We are an award winning bakery | Award-winning bread",
        "99.9 uptime | 99.9% uptime",
        "Use the quote “It changed how we start the day, every day.” by Jane Miller | <p>“It"
            + " changed how we start the day, every day.”</p><p>Jane Miller, CEO</p>",
        "our site is www.crumb.bread | <a href='https://crumb.bread/shop'>Shop</a>",
        "The 🚀 Bakery | <b>🚀</b>",
      })
  void what_the_person_said_is_not_invented(String stated, String content) {
    assertEquals(List.of(), Findings.of(with(content), context("about", stated)));
    assertFalse(Findings.of(with(content), context("about", "a bakery")).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | <p>Lorem ipsum dolor</p>",
        "true | <p>Your text here</p>",
        "true | <p>[Company Name] bakes</p>",
        "true | <p>{{title}}</p>",
        "true | <p>...</p>",
        "true | <p>John Doe bakes</p>",
        "true | <p>TODO: write</p>",
        "true | <p>The rest of the section unchanged</p>",
        "true | <p>Card title</p>",
        "true | <!-- more -->",
        "true | <!-- ... rest of the cards -->",
        "true | <!-- Repeat for each item -->",
        "true | <!-- remaining features unchanged -->",
        "true | <!-- Add more cards here -->",
        "true | <!-- 3 more items -->",
        "true | <!-- TODO -->",
        "false | <p>A to-do list, your bread here and there... and more.</p>",
        "false | <p>Replace with a real quote: what changed?</p>",
        "false | <!-- Left column -->",
        "false | <!-- Add to cart button -->",
        "false | <!-- Read more link -->",
        "false | <p>Todo lo que hacemos, con calma</p>",
        "false | <p>The rest is up to the oven [1]</p>",
      })
  void dummy_text_and_omissions(boolean found, String content) {
    assertEquals(found ? List.of(Kind.PLACEHOLDER) : List.of(), kinds(with(content)));
  }

  @Test
  void a_mark_that_nobody_sees_is_no_mark() {
    for (String mark :
        List.of(
            "<p class=\"sr-only\">Sample figures</p>",
            "<a href=\"#pricing\">See a sample</a>",
            "<h3>For example</h3>",
            "<!-- Sample figures -->"))
      assertEquals(List.of(Kind.INVENTED_PROOF), kinds(with(mark + "<p>98% return</p>")), mark);
  }
}
