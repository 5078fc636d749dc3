package pageloom.author;

import java.util.List;
import java.util.Locale;

/// The kinds of picture, each with the words of a subject that call for it.
enum Motif {
  FOOD(
      "baker,bread,restaurant,cafe,café,coffee,food,kitchen,pizz,bistro,dining,wine,brew,tea"
          + " room,chocolate,cook,eat,panader,boulanger,bäcker,cucina,ristorante,catering,pastr,cake,ice"
          + " cream,deli,sushi,taco,burger,grocer,farm shop,パン,レストラン,面包"),
  BLOCKS(
      "database,infrastructure,developer,devtool,api,cloud,server,hosting,deploy,storage,kubernetes,observab,security,sdk,data"
          + " platform,blockchain,warehouse,logistic,queue,cache,datenbank,base de datos"),
  WINDOW(
      "software,saas,app,platform,dashboard,crm,analytics,project"
          + " management,tool,automation,invoic,accounting,schedul,productivity,workflow,inbox,task,logiciel,programa,プロジェクト,软件"),
  STREET(
      "real estate,property,propert,homes,apartment,hotel,neighbo,town,city,rental,housing,immobil,inmobil,village,street,guesthouse,hostel"),
  PLAN(
      "architect,interior,renovat,construction,builder,plumb,electric,carpent,kitchen"
          + " fit,repair,roof,joiner,coworking,handwerk,moving,clean,paint"),
  HILLS(
      "travel,tour,trip,outdoor,hik,trail,camp,adventure,retreat,climb,ski,surf,sail,farm,viaje,voyage,reise,nature,mountain,garden,landscap,vineyard"),
  CONTOURS(
      "map,climate,ocean,environment,conservation,geolog,field,research,water,forest,wildlife,river,bike,cycl,run"),
  GOODS(
      "ecommerce,e-commerce,shop,store,ceramic,pottery,homeware,candle,flower,florist,gift,furniture,skincare,cosmetic,soap,tienda,boutique,product,jewel"),
  WEAVE(
      "textile,fashion,cloth,wool,knit,yarn,linen,tailor,apparel,weav,carpet,rug,shoe,leather,sew,sock,handmade"),
  CUTOUTS(
      "nonprofit,charity,communit,wellness,spa,yoga,therap,child,school,kindergarten,plant,herb,family,education,course,learn,class,library,dent,clinic,doctor,vet,volunteer,garden"
          + " centre,foundation"),
  WAVES(
      "health,fitness,gym,music,podcast,audio,sound,medic,sleep,run"
          + " club,training,physio,radio,energy,record,band"),
  ARCS(
      "event,conference,festival,concert,meetup,theatre,theater,exhibition,launch,summit,club,dance,film,wedding,convention,museum"),
  TILES(
      "portfolio,agency,design,studio,consult,brand,marketing,art,photograph,illustrat,law,legal,financ,strategy,freelanc,writer,magazine,blog,newsletter,journal"),
  PORTRAIT("");

  private static final List<Motif> NEUTRAL = List.of(TILES, CUTOUTS, CONTOURS, ARCS, WAVES);
  private final String words;

  /// @param words beginnings of words, separated by commas
  Motif(String words) {
    this.words = words;
  }

  void draw(Canvas canvas) {
    switch (this) {
      case FOOD -> StillLifeArt.food(canvas);
      case BLOCKS -> BlockArt.draw(canvas);
      case WINDOW -> SoftwareArt.draw(canvas);
      case STREET -> PlaceArt.street(canvas);
      case PLAN -> PlaceArt.plan(canvas);
      case HILLS -> PlaceArt.hills(canvas);
      case CONTOURS -> PlaceArt.contours(canvas);
      case GOODS -> StillLifeArt.goods(canvas);
      case WEAVE -> CraftArt.weave(canvas);
      case CUTOUTS -> CraftArt.cutouts(canvas);
      case WAVES -> GeometryArt.waves(canvas);
      case ARCS -> GeometryArt.arcs(canvas);
      case TILES -> GeometryArt.tiles(canvas);
      case PORTRAIT -> PeopleArt.portrait(canvas);
    }
  }

  /// What suits a subject: the motif with the most letters of it recognised at the start of a word,
  /// or for an unknown subject a neutral one by seed.
  static Motif of(String subject, long seed) {
    String text = " " + subject.toLowerCase(Locale.ROOT);
    Motif best = NEUTRAL.get((int) Math.floorMod(seed >>> 7, (long) NEUTRAL.size()));
    int most = 0;
    for (Motif motif : values()) {
      int score = 0;
      for (String word : motif.words.split(",", -1)) {
        boolean spaced = !word.isEmpty() && word.charAt(0) < 0x3000;
        if (!word.isEmpty() && text.contains(spaced ? " " + word : word)) score += word.length();
      }
      if (score > most) {
        most = score;
        best = motif;
      }
    }
    return best;
  }
}
