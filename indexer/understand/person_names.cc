#include "indexer/understand/person_names.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/model/text.h"

namespace foi::understand {

namespace {

using WordSet = std::unordered_set<std::string_view>;

WordSet words_from(std::string_view list) {
  WordSet words;
  for (std::string_view word : split(list, ' '))
    if (!word.empty()) words.insert(word);
  return words;
}

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
      "unfortunately however although therefore whilst while once both each every some most more");
  return words;
}

bool only_letters(std::string_view raw) {
  return std::all_of(raw.begin(), raw.end(), [](char c) { return is_alpha(c) || c == '\'' || c == '\xE2'; });
}

// A word a name is made of, as printed: "Anna", "O'Neil", "McCoy", "DE", not "NHS" and not "iPhone".
bool is_name_word(std::string_view raw, const std::string& word) {
  if (raw.empty() || !(is_upper(raw[0]) || static_cast<unsigned char>(raw[0]) >= 0xC3) || !only_letters(raw)) return false;
  return !office_words().contains(word) && !is_role_word(word) && !is_place_word(word) && !is_person_title(word);
}

bool is_particle(std::string_view word) {
  static const WordSet words = words_from("de van von der den du la le al el bin ibn di da dos");
  return words.contains(word);
}

}  // namespace

bool is_person_title(std::string_view word) {
  static const WordSet words = words_from("mr mrs ms miss mx dr prof professor cllr councillor rev reverend");
  return words.contains(word);
}

bool is_role_word(std::string_view word) {
  static const WordSet words = words_from(
      "manager director officer officers secretary advisor adviser coordinator ordinator administrator assistant analyst lead executive "
      "chair chairman "
      "chairwoman chairperson head specialist facilitator inspector sergeant constable guardian solicitor associate deputy president "
      "controller nurse consultant "
      "registrar practitioner editor reporter treasurer matron engineer accountant surveyor supervisor representative correspondent "
      "researcher");
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

bool is_public_office(std::string_view word) {
  static const WordSet words = words_from(
      "minister ministers mp mps lord lady baroness baron judge justice chancellor king queen prince princess mayor msp mla coroner sir "
      "dame");
  return words.contains(word);
}

bool is_ambiguous_name(std::string_view word) {
  static const WordSet words = words_from(
      "will mark may rose grace hope faith joy dawn summer april june august bill rob pat sue drew grant frank ernest jack jean rich dean "
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

bool is_first_name(std::string_view word) {
  static const WordSet words = words_from(
      "aaron abbie abdul abigail adam adrian agnes ahmed aidan aileen aisha alan alana albert alec aled alex alexander alexandra alexis "
      "alfie alfred ali "
      "alice alicia alison alistair allan allison alun amanda amelia amir amit amy ana andrea andrew andy aneesa angela angus anil anita "
      "ann anna annabel "
      "anne annette annie anthony antonia anwar ariana arjun arthur asha ashley asif audrey austin ayesha barbara barry beatrice becca "
      "becky belinda ben "
      "benjamin bernadette bernard beryl beth bethan bethany betty bev beverley bilal bob bobby brenda brian bridget bronwen bruce bryan "
      "bryony callum "
      "calum cameron camilla camille carl carla carol carole caroline carolyn carys catherine cathy catrin cecilia ceri charlene charles "
      "charlie charlotte "
      "chelsea cheryl chloe chris christian christina christine christopher ciara claire clara clare clive colin colleen connor conor "
      "craig cynthia daisy "
      "damian damien daniel danielle danny darren dave david dean deborah debra debbie declan deepak denis denise dennis derek desmond "
      "diana diane dilys "
      "dominic don donald donna doreen doris dorothy doug douglas duncan dylan eddie edith edward edwin eileen elaine eleanor elena eleri "
      "eliza elizabeth ella "
      "ellen ellie elliot elsie emily emma eric erica erin esther ethan eugene euan eva eve evelyn ewan faisal farah fatima fay felicity "
      "felix fergus finlay "
      "fiona florence frances francesca francis frank fred freda freddie frederick freya gail gareth gary gavin gemma geoff geoffrey "
      "george georgia georgina "
      "gerald geraldine gerard gillian gina gladys glen glenn glenys glyn gordon graeme graham grace grant greg gregory gwen gwyneth hamza "
      "hannah "
      "harold harriet harris harry hasan hassan hayley hazel heather heidi helen henrietta henry hilary holly howard hugh hugo huw hywel "
      "iain ian ibrahim "
      "imogen imran ingrid irene iris isaac isabel isabella isla isobel ivan ivor jack jackie jacob jacqueline jade jake james jamie jan "
      "jane janet janice jasmine "
      "jason jay jayne jean jeanette jeff jeffrey jemma jennifer jenny jeremy jess jessica jill jim jimmy jo joan joanna joanne joe joel "
      "john johnny jon "
      "jonathan jordan joseph josephine josh joshua joy joyce juan judith judy julia julian julie juliet june justin kamal karen karl kate "
      "katherine "
      "kathleen kathryn kathy katie katrina katy kay kayleigh keeley keiran keith kelly ken kenneth kenny kerry kevin khadija kieran kim "
      "kimberley kirsten "
      "kirsty krishna kuldeep kumar kyle lara laura lauren lawrence leah leanne lee leigh len leo leon leonard leslie lesley lewis liam "
      "lian lianne lily linda lindsay "
      "lindsey lisa liz lizzie llinos lloyd lois lorna lorraine louis louisa louise lucas lucia lucy luke lydia lyn lynda lynn lynne "
      "lynsey maddie madeleine "
      "maggie mair malcolm malik mandy manjit marc marcus margaret margot maria mariam marian marie marilyn marina mario marion marjorie "
      "marlene martha martin martina "
      "mary mathew matilda matt matthew maureen maurice mavis megan mehmet melanie melissa meera mervyn mia michael michaela michelle mick "
      "mike miranda miriam "
      "mohamed mohammad mohammed moira mollie molly monica morag morgan muhammad muriel nadia nadine nancy naomi narinder nasreen natalie "
      "natasha nathan neil nerys "
      "nia niamh nicholas nick nicky nicola nigel nikki nina nisha noah noel nora norma norman olga oliver olivia omar oscar owain owen "
      "paige pam pamela parminder patricia "
      "patrick paul paula pauline pearl peggy peter phil philip philippa phillip phoebe phyllis pippa poppy priya rachael rachel raj "
      "rajesh ralph ramesh raymond "
      "rebecca reg reginald rhian rhiannon rhodri rhys richard rick ricky rita robert roberta robin roger roisin ron ronald rory rosalind "
      "rosemary rosie ross rowan roy "
      "rupert russell ruth ryan sadia sally sam samantha samina samuel sandra sanjay sara sarah saskia scott sean sebastian shabana shane "
      "shannon sharon "
      "shaun sheila shelley sheena shirley shona sian sid sidney simon sinead siobhan sofia sonia sophia sophie stacey stan stanley stella "
      "stephanie stephen steve steven "
      "stewart stuart sue sunil surinder susan susanna suzanne sybil sylvia tahir tamara tania tanya tara tariq ted terence teresa terry "
      "tessa thelma theo theresa "
      "thomas tim timothy tina toby todd tom tommy toni tony tracey tracy trevor trish tristan tyler una usha valerie vanessa vera verity "
      "veronica vicki vicky "
      "victor victoria vijay vikram vincent viola virginia vivian vivien vivienne walter wayne wendy wesley wilfred william winifred "
      "xavier yasmin yusuf yvette yvonne zac zahra "
      "zainab zara zoe");
  return words.contains(word);
}

bool is_office_word(std::string_view word) { return office_words().contains(word); }

namespace {

// Title, names, initials and particles of the longest name.
constexpr std::size_t kMaxNameTokens = 7;

// Reads one name; what stands between two of its words decides how far it goes.
class NameReader {
 public:
  NameReader(std::string_view text, const std::vector<Token>& tokens, NamePlace place) : text_(text), tokens_(tokens), place_(place) {}

  std::optional<NameShape> read(std::size_t at) const {
    NameShape shape{at, at, false, 0};
    std::size_t i = at;
    if (i < tokens_.size() && is_person_title(tokens_[i].word)) {
      shape.has_title = true;
      if (!joined(i)) return std::nullopt;
      ++i;
    }
    while (i < tokens_.size() && shape.words < 4 && i - at < kMaxNameTokens) {
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
  // A space or two, a full stop after an initial or a title, a hyphen.
  bool joined(std::size_t i) const {
    const std::string_view between = gap(i);
    if (between == "-") return true;
    return between.size() <= 3 && between.find_first_not_of(" .*_\xC2\xA0") == std::string_view::npos &&
           between.find("  ") == std::string_view::npos;
  }

  Part part_at(std::size_t i, const NameShape& shape) const {
    const std::string_view printed = raw(i);
    const std::string& word = tokens_[i].word;
    if (printed.size() == 1 && is_upper(printed[0])) return Part::initial;
    if (shape.words > 0 && is_particle(word)) return Part::initial;
    if (is_name_word(printed, word)) return Part::word;
    const bool capital = is_upper(printed[0]) && only_letters(printed);
    if (shape.words == 0 && !shape.has_title)
      return capital && is_first_name(word) && place_ == NamePlace::certain ? Part::word : Part::none;
    // "Susan Hill", "Mr Lane": after a first name or a title, when nothing says that it is a place.
    const bool after_given = shape.has_title || (shape.words == 1 && is_first_name(tokens_[i - 1].word));
    return capital && shape.words < 2 && after_given && place_ == NamePlace::certain && is_ambiguous_name(word) ? Part::word : Part::none;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  NamePlace place_;
};

}  // namespace

std::optional<NameShape> name_at(std::string_view text, const std::vector<Token>& tokens, std::size_t at, NamePlace place) {
  return NameReader(text, tokens, place).read(at);
}

}  // namespace foi::understand
