#include "indexer/understand/person_names.h"

#include <algorithm>

#include "indexer/understand/cues.h"
#include "indexer/understand/word_set.h"

namespace foi::understand {

namespace {

// Words with a capital in letterheads, headings and signatures that are no names of people.
const WordSet& office_words() {
  static const WordSet words = words_from(
      "a about above access accommodation act action acute additional adult advice after all also am an and annex any appendix application "
      "april as "
      "assurance at attached attachment august authority avenue bank best block board body box building business by call campus care cc "
      "centre centres "
      "certificate chair chief children city clerk clinic clinical close colleague colleagues commission commissioner commissioning "
      "committee communications "
      "community company compliance computer confidential contact contents copy copyright corporate corporation council county court "
      "crescent crown "
      "customer data date dated dear december decision department departments desk development digital direct directorate disclosure "
      "district division "
      "document documents drive duty e east education email emergency employee end enquiries england environment environmental equality "
      "estate estates "
      "executive exemption exemptions fao february finance first floor foi foia following for foundation freedom friday from further "
      "gardens general gold "
      "governance government great green grove guidance hall head headquarters health healthcare hello help hi hill hospital hospitals "
      "house hq human "
      "i if improvement in including independent industrial infirmary information informatics integrated internal introduction invoice "
      "ireland is "
      "it item january journalist july june junior kind kindly lane learning leave legal letter level limited list lodge london ltd madam "
      "main management "
      "many march market media medical medicine members memorial mental message midlands monday mrs my national new nhs no north northern "
      "not note "
      "notes notice november nursing october of off office officers on open operations order organisation other our out outcome overview "
      "paediatric page "
      "parade park part partnership parking patient patients pay people performance personal pharmacy phone place planning please po point "
      "police "
      "policy post practice primary prime private procedure procurement project public publication purpose quality question questions quay "
      "quarter "
      "quote re record records ref reference regards region regional registered regulation regulations relations report request requester "
      "requests "
      "research resources response responses retail review rights rise risk road room royal safety saint saturday schedule scheme school "
      "science scotland "
      "second secondary section security senior sent september service services sincerely sir site social society south southern square "
      "staff standard "
      "state station statement status st strategy street subject suite summary sunday support surgery survey system systems table team "
      "technology tel "
      "telephone terms terrace text thank thanks that the their then third this thursday to tower town trading training transfer transport "
      "treatment tribunal "
      "trust tuesday type uk under union unit united university urgent us use vale via view village wales ward water way we web website "
      "wednesday week "
      "welcome west western what when where which who wing with within women working workforce works yard year yes you your yours zone "
      "faithfully "
      "truly wishes morning afternoon evening applicant enquirer requestor unknown name names address signature signed author owner "
      "version draft final "
      "background answer answers fellow trustee trustees governor governors nhsmail mobile fax switchboard ext extension apologies total "
      "number figures "
      "jan feb mar apr jun jul aug sept sep oct nov dec foregate gate hill "
      "unfortunately however although therefore whilst while once both each every some most more");
  return words;
}

bool only_letters(std::string_view raw) {
  return std::all_of(raw.begin(), raw.end(), [](char c) { return is_alpha(c) || c == '\'' || c == '\xE2'; });
}

// A word a name is made of, as printed: "Anna", "O'Neil", "McCoy", "DE", not "NHS" and not "iPhone".
bool is_name_word(std::string_view raw, std::string_view word) {
  if (raw.empty() || !(is_upper(raw[0]) || static_cast<unsigned char>(raw[0]) >= 0xC3) || !only_letters(raw)) return false;
  return !office_words().contains(word) && !is_role_word(word) && !is_place_word(word) && !is_person_title(word);
}

bool is_particle(std::string_view word) {
  static const WordSet words = words_from("de van von der den du la le al el bin ibn di da dos");
  return words.contains(word);
}

}  // namespace

bool is_person_title(std::string_view word) {
  static constexpr CueTable titles = {"mr",     "mrs",  "ms",        "miss", "mx",         "dr",  "drs",
                                      "messrs", "prof", "professor", "cllr", "councillor", "rev", "reverend"};
  return among(titles, word);
}

bool is_role_word(std::string_view word) {
  static const WordSet words = words_from(
      "manager director officer officers secretary advisor adviser coordinator ordinator administrator assistant analyst lead executive "
      "chair chairman "
      "chairwoman chairperson head specialist facilitator inspector sergeant constable guardian solicitor associate deputy president "
      "controller nurse consultant "
      "registrar practitioner editor reporter treasurer matron engineer accountant surveyor supervisor representative correspondent "
      "researcher apprentice");
  return words.contains(word);
}

bool is_place_word(std::string_view word) {
  static const WordSet words = words_from(
      "road street lane avenue drive close court crescent grove way place square terrace gardens hill park house building wing ward unit "
      "centre center "
      "hospital infirmary clinic suite theatre block lodge hall tower school college university surgery bridge wharf quay row mews parade "
      "ltd limited plc llp "
      "foundation trust institute library museum review report inquiry enquiry act rule law syndrome disease test score index scale hotel "
      "arms pharmacy "
      "partners group council day room room lounge site campus yard mill mills estate green common view rise walk");
  return words.contains(word);
}

bool is_company_word(std::string_view word) {
  static const WordSet words = words_from(
      "ltd limited plc llp llc inc recruitment associates solicitors consulting consultants consultancy architects engineering "
      "construction group holdings brothers bros sons company co technologies technology software solutions logistics motors "
      "pharmaceuticals pharma healthcare medical international services systems insurance contractors surveyors publishing press "
      "security catering training engineers properties homes housing");
  return words.contains(word);
}

bool is_town(std::string_view word) {
  static const WordSet words = words_from(
      "aberdeen haywards burgess tenbury abergavenny aberystwyth accrington aldershot alnwick altrincham andover antrim ashford aylesbury "
      "ayr banbury bangor "
      "barking barnet barnsley barnstaple barrow basildon basingstoke bath battersea bebington beckenham bedford belfast berkhamsted "
      "berwick beverley bexley bicester bideford birkenhead birmingham blackburn blackpool blyth bodmin bognor bolton boston "
      "bournemouth bracknell bradford braintree brent brentwood bridgend bridgwater brighton bristol bromley bromsgrove burnley burton "
      "bury caerphilly camborne cambridge camden cannock canterbury cardiff carlisle carmarthen chatham chelmsford cheltenham chester "
      "chesterfield chichester chippenham chorley clacton clevedon coatbridge colchester colwyn congleton corby coventry crawley crewe "
      "croydon cumbernauld darlington dartford derby derry dewsbury didcot doncaster dorchester dorking dover dudley dumfries dundee "
      "dunfermline dunstable durham ealing eastbourne eastleigh edinburgh ellesmere ely enfield epsom exeter exmouth falkirk falmouth "
      "fareham farnborough felixstowe folkestone gateshead gillingham glasgow glenrothes gloucester gosport grantham gravesend great "
      "greater greenwich grimsby guildford hackney halesowen halifax haringey harlow harrogate harrow hartlepool hastings hatfield "
      "havering hemel hereford hertford hexham heywood hillingdon hinckley hitchin horsham hounslow hove huddersfield hull huntingdon "
      "ilkeston inverness ipswich isle islington jarrow keighley kendal kettering kidderminster kilmarnock kings kingston kirkcaldy "
      "knutsford lambeth lancaster leamington leeds leicester leigh leighton letchworth lewes lewisham lichfield lincoln lisburn "
      "liverpool livingston llandudno llanelli londonderry loughborough lowestoft ludlow luton lytham macclesfield maidenhead maidstone "
      "malvern manchester mansfield margate melton merthyr middlesbrough milton morecambe morpeth motherwell neath nelson newark "
      "newbury newcastle newham newmarket newport newquay newry newton northampton northwich norwich nottingham nuneaton oakham oldham "
      "omagh ormskirk oxford paisley penrith penzance perth peterborough plymouth pontefract pontypridd poole portsmouth potters "
      "preston ramsgate reading redcar redditch redhill redruth reigate rhondda rhyl richmond rochdale rochester romford rotherham "
      "rugby runcorn ryde salford salisbury sandwell scarborough scunthorpe selby sheffield shrewsbury sittingbourne skegness skipton "
      "slough solihull southampton southend southport southwark stafford staines stevenage stirling stockport stockton stoke stourbridge "
      "stratford stroud sunderland sutton swansea swindon tamworth taunton telford thetford thurrock tiverton tonbridge torquay tower "
      "trowbridge truro tunbridge tyne uttoxeter uxbridge wakefield wallasey walsall waltham walthamstow wandsworth warrington warwick "
      "watford wellingborough wellington welwyn wembley weston weymouth whitby whitehaven widnes wigan wilmslow winchester windsor "
      "wirral woking wokingham wolverhampton worcester workington worksop worthing wrexham yeovil york avon cheshire cornwall cumbria "
      "devon dorset essex hampshire herefordshire hertfordshire kent lancashire lincolnshire merseyside norfolk northumberland "
      "oxfordshire shropshire somerset staffordshire suffolk surrey sussex warwickshire wiltshire yorkshire gwent gwynedd powys dyfed "
      "fife lothian grampian tayside highland orkney shetland bethlem microsoft oracle cisco dell");
  return words.contains(word);
}

bool is_public_office(std::string_view word) {
  static const WordSet words = words_from(
      "minister ministers mp mps lord lady baroness baron judge justice chancellor king queen prince princess mayor msp mla coroner sir "
      "dame");
  return words.contains(word);
}

bool is_ambiguous_name(std::string_view word) {
  static const WordSet words = words_from(
      "will mark march may rose grace hope faith joy dawn summer april june august bill rob pat sue drew grant frank ernest jack jean rich "
      "dean "
      "art chase "
      "max miles lance penny ray ruby robin rusty sandy skip sonny violet ivy lily daisy heather iris olive poppy amber jade ash price "
      "young long short white "
      "black brown green grey gray king bishop cook baker butler carter cooper fisher mason miller parker porter potter shepherd smith "
      "taylor turner "
      "walker ward wood woods hill hall field fields banks bridge brook church cross day east west north south english french ireland "
      "scott wales "
      "england london york lincoln derby kent chester bradford preston burton bolton bury bath wells stone rice marsh moor forest lake "
      "pool rivers bell "
      "ball best bond bright burns case chambers cash child close cole cope court crane crisp dale daily drake dyer first fox free frost "
      "gold good "
      "goodman guest hand hands hardy head heath hunt hunter hurst jewel key kitchen knight lamb law lane law lee little love major man "
      "marks "
      "mills moody more moss nash new noble oakley page pain paine parish park peace people pike power powers quick rate read reading reed "
      "rich "
      "rose rowe sage sales salt savage sharp shaw silver sparks speed star stark steel stern strange street strong summers sweet swift "
      "tall temple test "
      "thorn town trust unit vale wall waters weeks west wild wise winter winters wolf work worth wright see nurse case cases note notes "
      "tester foster");
  return words.contains(word);
}

bool is_office_word(std::string_view word) { return office_words().contains(word); }

namespace {

// Title, names, initials and particles of the longest name.
constexpr std::size_t kMaxNameTokens = 8;

// Reads one name; what stands between two of its words decides how far it goes.
class NameReader {
 public:
  NameReader(std::string_view text, Tokens tokens, NamePlace place) : text_(text), tokens_(tokens), place_(place) {}

  std::optional<NameShape> read(std::size_t at) const {
    NameShape shape{at, at, false, 0};
    std::size_t i = at;
    if (i < tokens_.size() && is_person_title(tokens_[i].word)) {
      shape.has_title = true;
      if (!joined(i)) return std::nullopt;
      ++i;
    }
    while (i < tokens_.size() && shape.words < 5 && i - at < kMaxNameTokens) {
      const Part part = part_at(i, shape);
      if (part == Part::none) break;
      shape.words += part == Part::word ? 1 : 0;
      shape.end = ++i;
      // A full stop after a whole word ends the sentence.
      if (!joined(i - 1) || (part == Part::word && gap(i - 1).find('.') != std::string_view::npos)) break;
    }
    if (shape.words == 0) return std::nullopt;
    return shape;
  }

 private:
  enum class Part : std::uint8_t { none, initial, word };

  std::string_view raw(std::size_t i) const { return text_.substr(tokens_[i].start, tokens_[i].end - tokens_[i].start); }
  std::string_view gap(std::size_t i) const {
    return i + 1 < tokens_.size() ? text_.substr(tokens_[i].end, tokens_[i + 1].start - tokens_[i].end) : std::string_view{"\n"};
  }
  // "Coombe-Lane": what follows a hyphen belongs to the name, whatever it means.
  bool after_hyphen(std::size_t i, const NameShape& shape) const { return shape.words > 0 && i > 0 && gap(i - 1) == "-"; }
  // "Great-Linford": what a hyphen binds to another capital is a part of the name, after a title or a first name.
  bool before_hyphen(std::size_t i, const NameShape& shape) const {
    return (shape.has_title || shape.words > 0) && gap(i) == "-" && is_upper(raw(i + 1)[0]) && only_letters(raw(i + 1));
  }
  // A space or two, a full stop after an initial or a title, a hyphen.
  bool joined(std::size_t i) const {
    const std::string_view between = gap(i);
    if (between == "-") return true;
    if (between == "_") return false;  // the name of a file or a field
    return between.size() <= 3 && between.find_first_not_of(" .*_\xC2\xA0") == std::string_view::npos &&
           between.find("  ") == std::string_view::npos;
  }

  Part part_at(std::size_t i, const NameShape& shape) const {
    const std::string_view printed = raw(i);
    const std::string_view word = tokens_[i].word;
    if (printed.size() == 1 && is_upper(printed[0])) return Part::initial;
    // "Mr ignatius Crowmarsh": a scan is read with the capital of a first name lost.
    const bool misread = shape.has_title && shape.words == 0 && is_first_name(word) && !is_ambiguous_name(word) && joined(i) &&
                         i + 1 < tokens_.size() && is_upper(raw(i + 1)[0]);
    if (misread || (shape.words == 0 && place_ == NamePlace::certain && is_misread_capital(i))) return Part::word;
    if ((after_hyphen(i, shape) || before_hyphen(i, shape)) && is_upper(printed[0]) && only_letters(printed)) return Part::word;
    if (shape.words > 0 && is_particle(word)) return Part::initial;
    if (is_name_word(printed, word)) return Part::word;
    const bool capital = is_upper(printed[0]) && only_letters(printed);
    if (shape.words == 0 && !shape.has_title)
      return capital && is_first_name(word) && place_ == NamePlace::certain ? Part::word : Part::none;
    // "Susan Hill", "Mr Lane": after a first name or a title, when nothing says that it is a place.
    const bool after_given = shape.has_title || (shape.words == 1 && is_first_name(tokens_[i - 1].word));
    return capital && shape.words < 2 && after_given && place_ == NamePlace::certain && is_ambiguous_name(word) ? Part::word : Part::none;
  }

  // "ignatius Crowmarsh", "lan Crowmarsh": a capital I that a scan gives as another letter, before a name.
  bool is_misread_capital(std::size_t i) const {
    const std::string_view printed = raw(i), word = tokens_[i].word;
    if ((printed[0] != 'i' && printed[0] != 'l') || printed.size() < 3 || !only_letters(printed)) return false;
    if (is_ordinary_word(word) || is_office_word(word) || i + 1 >= tokens_.size() || !joined(i)) return false;
    return is_upper(raw(i + 1)[0]) && is_name_word(raw(i + 1), tokens_[i + 1].word);
  }

  std::string_view text_;
  Tokens tokens_;
  NamePlace place_;
};

}  // namespace

std::optional<NameShape> name_at(std::string_view text, Tokens tokens, std::size_t at, NamePlace place) {
  return NameReader(text, tokens, place).read(at);
}

}  // namespace foi::understand
