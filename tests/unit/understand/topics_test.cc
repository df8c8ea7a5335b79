#include "indexer/understand/topics.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/fixtures.h"

namespace foi::understand {
namespace {

std::vector<std::string> topics_of(std::string_view text, std::string_view subject = "") {
  const TestLetter letter(text);
  return find_topics(subject, find_questions(letter.letter, letter.sections), letter.letter, letter.sections, builtin_reference());
}

std::vector<std::string> topics(const std::vector<std::string>& questions, std::string_view answer = "Twelve.") {
  std::string text = "Dear A\n\nThank you for your request.\n\nYou asked:\n\n";
  for (std::size_t i = 0; i < questions.size(); ++i) text += std::to_string(i + 1) + ". " + questions[i] + "\n\n";
  return topics_of(text + "Response\n\n" + std::string(answer) + "\n\nYours sincerely\n");
}

std::string main_topic(const std::vector<std::string>& questions, std::string_view answer = "Twelve.") {
  const auto found = topics(questions, answer);
  return found.empty() ? "" : found[0];
}

TEST(FindTopics, MainOneOfTheQuestions) {
  const std::pair<const char*, const char*> cases[] = {
      {"How much did the Trust spend on agency locum doctors through a neutral vendor?", "workforce-temporary-staffing"},
      {"How many ransomware or phishing attacks were there, and was a penetration test done?", "cyber-security"},
      {"Which supplier provides your EPR and PAS, and is FHIR used?", "it-clinical-systems"},
      {"Provide the asbestos register and any RAAC surveys.", "estates-maintenance"},
      {"How many patients were treated in the past 3 months with adalimumab or a biosimilar?", "medicines-pharmacy"},
      {"How many people on Section 117 aftercare are in contact with mental health services?", "mental-health"},
      {"How many car parking charges were issued using ANPR?", "parking-transport"},
      {"Number of stillbirths and caesarean deliveries on the maternity unit", "maternity-neonatal-gynae"},

      {"", ""},
      {"Please provide the information in the form of a table.", ""},
      {"How many were there?", ""},
      {"Is it yours?", ""},
      {"a rio in brazil and an epic tale", ""},  // abbreviations and products count only as they are written
  };
  for (const auto& [question, topic] : cases) EXPECT_EQ(main_topic({question}), topic) << question;
}

// Of many subjects in one sentence those are named that are likely, and never more than three.
TEST(FindTopics, SeveralButAtMostThree) {
  const auto found =
      topics({"Agency locum bank staff, ransomware malware phishing, asbestos RAAC legionella, stillbirth neonatal midwife, "
              "EPR PACS LIMS"});
  EXPECT_GE(found.size(), 2u);
  EXPECT_LE(found.size(), 3u);
  EXPECT_TRUE(topics_of("").empty());
}

TEST(FindTopics, WhatSaysNothingOfTheTopic) {
  const char* cases[] = {
      // Review rights and re-use.
      "Dear A\n\nThank you for your request.\n\nIf you are dissatisfied you may make a complaint and ask for an internal review. "
      "Complaints about cancer or maternity too.\n",
      // A title of a section is no crime.
      "Dear A\n\nThank you for your request.\n\nSection 31 – Law Enforcement\n\nprevention or detection of crime\n",
      // A glossary.
      "Dear A\n\nThank you for your request.\n\nYou asked:\n\nGP – General Practitioner\nPACS – Picture Archiving\nEPR – Electronic "
      "Record\nMRI – Magnetic Resonance\n",
      // A letterhead.
      "Cancer Centre\nMaternity Wing\nMental Health Unit\n\nDear A\n\nThank you for your request.\n",
  };
  for (const char* text : cases) EXPECT_TRUE(topics_of(text).empty()) << text;
}

TEST(FindTopics, TheRequestWithoutQuestions) {
  EXPECT_EQ(topics_of("Dear A\n\nThank you for your request.\n\nYou requested the following information:\n\nThe number of stillbirths and "
                      "neonatal deaths, and the number of "
                      "midwives on the maternity unit.\n\nResponse\n\nNone.\n")
                .at(0),
            "maternity-neonatal-gynae");
}

TEST(FindTopics, QuestionsOutweighAnswers) {
  EXPECT_EQ(main_topic({"How many ransomware attacks were there?"}, "Our cancer and oncology and chemotherapy systems were hit."),
            "cyber-security");
}

// Words that count people, money or papers say nothing of what they are counted for.
TEST(FindTopics, WhatIsAskedOutweighsHowItIsCounted) {
  const std::pair<const char*, const char*> cases[] = {
      {"The number of nurses and support workers who help patients on the mental health wards with their rent.", "mental-health"},
      {"How many WTE staff work in the endoscopy unit, and in which band?", "diagnostics-imaging-pathology"},
      {"What was the total spend on parking permits for staff, by year?", "parking-transport"},
      {"The budget and headcount of the cyber security team.", "cyber-security"},
      {"Please provide the policy on the restraint of patients and the number of staff trained in it.", "mental-health-act-restraint"},
      {"How much was spent on agency nurses, and on bank staff?", "workforce-temporary-staffing"},
      {"Which supplier holds the contract for hospital catering and when does it expire?", "facilities-soft-fm"},
      {"Correspondence between directors about legionella.", "estates-maintenance"},
      {"How many complaints were made about delayed caesarean sections?", "maternity-neonatal-gynae"},
      {"How many police officers attended burglaries?", "security-violence-crime"},
      {"The number of children waiting for an autism assessment.", "neurodiversity-learning-disability"},
      {"How many vacancies for consultants are there, and how long have they been unfilled?", "workforce-recruitment-vacancies"},
      {"How many patients died while waiting in ambulances outside the hospital? Please give ambulance handover delays too.",
       "ambulance-urgent-111"},
      {"A copy of the contracts register with the value and the end date of each contract.", "procurement-contracts"},
      {"How many pupils have an education, health and care plan?", "children-young-people"},
      {"How many potholes were reported and repaired?", "estates-maintenance"},
      {"How many fixed penalties were issued for fly-tipping?", "energy-waste-sustainability"},
      {"How many general practices have closed their patient list?", "primary-dental-optical"},
      {"How many care home places does the council fund?", "community-continuing-care"},

      {"How many staff are there?", ""},
      {"How much was it?", ""},
      {"How many were received in the year?", ""},
  };
  for (const auto& [question, topic] : cases) EXPECT_EQ(main_topic({question}), topic) << question;
}

// Requests as councils, police, trusts, schools and departments get them, in as few words as they may be put.
TEST(FindTopics, RequestsOfEveryKind) {
  const std::pair<const char*, const char*> cases[] = {
      {"How many shotgun certificates were revoked in the force area in 2022?", "security-violence-crime"},
      {"Number of officers dismissed for gross misconduct and the nature of the allegations", "workforce-hr-conduct"},
      {"Stop and search figures by ethnicity", "security-violence-crime"},
      {"The number of burglaries in which no suspect was identified", "security-violence-crime"},
      {"How many drivers were caught using a mobile phone at the wheel?", "parking-transport"},
      {"Speed camera locations and the number of notices of intended prosecution", "parking-transport"},
      {"How many 999 calls took more than ten seconds to answer?", "ambulance-urgent-111"},
      {"Cost of policing the football match on 4 March", "finance-spend"},
      {"How many mental health incidents did officers attend?", "mental-health"},
      {"Use of Taser on under 18s", "security-violence-crime"},
      {"How many police vehicles were written off after collisions?", "parking-transport"},
      {"The number of registered sex offenders living in the county", "security-violence-crime"},
      {"Council tax arrears written off in each of the last five years", "finance-spend"},
      {"How many potholes claims were settled and for how much?", "complaints-claims-legal"},
      {"Missed bin collections by month and ward", "energy-waste-sustainability"},
      {"Number of households in temporary accommodation and the cost of hotels", "community-continuing-care"},
      {"The number of taxi drivers whose licence was revoked", "parking-transport"},
      {"Number of penalty charge notices issued in Castle Street", "parking-transport"},
      {"Planning enforcement complaints about land at Hill Farm", "estates-maintenance"},
      {"List of empty commercial properties liable for business rates", "finance-spend"},
      {"How many children were home educated last year", "children-young-people"},
      {"EHCP tribunal appeals and their cost", "children-young-people"},
      {"School exclusions for drugs or weapons", "children-young-people"},
      {"Foster carer allowances and numbers of carers", "children-young-people"},
      {"Social worker caseloads and agency rates", "workforce-temporary-staffing"},
      {"Adult social care waiting list for assessments", "community-continuing-care"},
      {"Care home fees and top-ups", "community-continuing-care"},
      {"Postal votes rejected at the May election", "governance-corporate"},
      {"Public health funerals: names and dates of deaths", "deaths-mortality"},
      {"Number of graves available in the cemetery", "deaths-mortality"},
      {"Licensing of houses in multiple occupation", "estates-maintenance"},
      {"Damp and mould complaints from council tenants", "estates-maintenance"},
      {"Number of council homes sold under right to buy", "estates-maintenance"},
      {"Fly-tipping incidents and fines", "energy-waste-sustainability"},
      {"Trees felled and planted by the council", "energy-waste-sustainability"},
      {"Air quality monitoring near schools", "energy-waste-sustainability"},
      {"Low traffic neighbourhood consultation responses", "parking-transport"},
      {"Library closures since 2010", "estates-maintenance"},
      {"Swimming pool opening hours and subsidies", "estates-maintenance"},
      {"Dog wardens and stray dogs", "energy-waste-sustainability"},
      {"Food hygiene inspections of takeaways", "facilities-soft-fm"},
      {"Which housing management system do you use and when does the contract end?", "it-clinical-systems"},
      {"Contract end dates for photocopiers and multi-functional devices", "it-infrastructure-contracts"},
      {"Microsoft licensing agreement value", "it-infrastructure-contracts"},
      {"Mobile phone contract supplier and number of handsets", "it-infrastructure-contracts"},
      {"Has the council suffered a ransomware attack in the last three years?", "cyber-security"},
      {"Use of ChatGPT by staff", "ai-digital-innovation"},
      {"Use of live facial recognition", "ai-digital-innovation"},
      {"FOI requests answered within 20 working days", "information-governance"},
      {"Number of data breaches reported to the ICO", "information-governance"},
      {"Subject access requests outstanding", "information-governance"},
      {"Settlement agreements with confidentiality clauses", "workforce-hr-conduct"},
      {"Staff suspended on full pay", "workforce-hr-conduct"},
      {"Sickness absence due to stress", "workforce-wellbeing-equality"},
      {"Menopause policy", "workforce-wellbeing-equality"},
      {"Flexible working requests refused", "workforce-wellbeing-equality"},
      {"Apprenticeship levy spend and expired funds", "workforce-wellbeing-equality"},
      {"Chief executive's pay and bonus", "workforce-pay-pensions"},
      {"Redundancy payments over £50,000", "workforce-pay-pensions"},
      {"Agency nurse spending by month", "workforce-temporary-staffing"},
      {"Locum consultant hourly rates", "workforce-temporary-staffing"},
      {"Vacancy rate for band 5 nurses", "workforce-recruitment-vacancies"},
      {"International nurses recruited and those who left", "workforce-recruitment-vacancies"},
      {"Number of physician associates employed", "workforce-recruitment-vacancies"},
      {"Deficit forecast and savings plan", "finance-spend"},
      {"Spend on management consultants", "finance-spend"},
      {"Contract register", "procurement-contracts"},
      {"Tender scores of the winning bidder for the cleaning contract", "procurement-contracts"},
      {"PFI unitary payments", "pfi-capital-projects"},
      {"Business case for the new hospital", "pfi-capital-projects"},
      {"EPR supplier and go-live date", "it-clinical-systems"},
      {"Pharmacy stock control system", "it-clinical-systems"},
      {"Backlog maintenance and RAAC", "estates-maintenance"},
      {"Lift breakdowns and people trapped", "estates-maintenance"},
      {"Rats and cockroaches in hospital kitchens", "estates-maintenance"},
      {"Sewage leaks on wards", "estates-maintenance"},
      {"Energy bills and solar panels", "energy-waste-sustainability"},
      {"Clinical waste contract", "energy-waste-sustainability"},
      {"Hospital meals cost per patient per day", "facilities-soft-fm"},
      {"Cleaning standards and cleaners' hours", "facilities-soft-fm"},
      {"Staff car parking charges", "parking-transport"},
      {"Non-emergency patient transport complaints", "parking-transport"},
      {"12-hour trolley waits", "emergency-care"},
      {"Patients attending A&E more than 20 times", "emergency-care"},
      {"Corridor care", "emergency-care"},
      {"Patients waiting more than 65 weeks", "waiting-times-elective"},
      {"Operations cancelled at short notice", "waiting-times-elective"},
      {"Outpatient appointments missed", "waiting-times-elective"},
      {"62-day cancer waits", "cancer"},
      {"Number of prostate biopsies", "cancer"},
      {"Bowel screening invitations", "cancer"},
      {"Knee replacements by age", "surgery-specialties"},
      {"Cataract operations outsourced", "surgery-specialties"},
      {"Number of stroke patients given thrombectomy", "surgery-specialties"},
      {"Bariatric surgery waiting list", "surgery-specialties"},
      {"Caesarean section rates", "maternity-neonatal-gynae"},
      {"Maternity unit closures", "maternity-neonatal-gynae"},
      {"Endometriosis diagnosis times", "maternity-neonatal-gynae"},
      {"Home births suspended", "maternity-neonatal-gynae"},
      {"Children on paediatric wards with eating disorders", "children-young-people"},
      {"CAMHS waiting times", "mental-health"},
      {"Out of area placements", "mental-health"},
      {"Eating disorder beds", "mental-health"},
      {"Section 136 detentions", "mental-health-act-restraint"},
      {"Use of prone restraint", "mental-health-act-restraint"},
      {"Patients absent without leave", "mental-health-act-restraint"},
      {"ADHD assessment waiting times", "neurodiversity-learning-disability"},
      {"Autism diagnoses of women", "neurodiversity-learning-disability"},
      {"Deaths of people with a learning disability", "neurodiversity-learning-disability"},
      {"Gender identity clinic waiting list", "gender-identity"},
      {"Single-sex wards policy", "gender-identity"},
      {"Patients treated with aflibercept, faricimab and ranibizumab", "medicines-pharmacy"},
      {"Number of patients on dupilumab for asthma", "medicines-pharmacy"},
      {"Melatonin prescribing", "medicines-pharmacy"},
      {"Expired medicines thrown away", "medicines-pharmacy"},
      {"MRI scanner age", "diagnostics-imaging-pathology"},
      {"Radiology reporting backlog", "diagnostics-imaging-pathology"},
      {"Blood tests lost or mislabelled", "diagnostics-imaging-pathology"},
      {"Infusion pumps make and model", "medical-devices-equipment"},
      {"Hearing aid suppliers", "medical-devices-equipment"},
      {"Surgical mesh removal devices", "medical-devices-equipment"},
      {"Continuing healthcare appeals", "community-continuing-care"},
      {"Wheelchair service waiting times", "community-continuing-care"},
      {"District nurse visits", "community-continuing-care"},
      {"Never events", "patient-safety-incidents"},
      {"Falls on wards resulting in fracture", "patient-safety-incidents"},
      {"Pressure ulcers", "patient-safety-incidents"},
      {"Suicides of inpatients", "deaths-mortality"},
      {"Unclaimed bodies in the mortuary", "deaths-mortality"},
      {"Inquests attended and prevention of future deaths reports", "deaths-mortality"},
      {"Number of complaints upheld by the ombudsman", "complaints-claims-legal"},
      {"Clinical negligence payouts", "complaints-claims-legal"},
      {"MRSA and C. difficile cases", "infection-covid"},
      {"Covid vaccination of staff", "infection-covid"},
      {"Unpaid debts of overseas visitors", "overseas-private-patients"},
      {"Private patient income", "overseas-private-patients"},
      {"Assaults on staff", "security-violence-crime"},
      {"Organisation chart and names of directors", "governance-corporate"},
      {"Meetings between ministers and lobbyists", "governance-corporate"},
      {"Gifts and hospitality register", "governance-corporate"},
      {"Clinical trials recruiting", "research-education-training"},
      {"Study leave budget for nurses", "research-education-training"},
      {"PhD students who withdrew", "research-education-training"},
      {"Student complaints about plagiarism decisions", "research-education-training"},
      {"Ambulance handover delays over 60 minutes", "ambulance-urgent-111"},
      {"Category 2 response times", "ambulance-urgent-111"},
      {"GP list closures", "primary-dental-optical"},
      {"NHS dentists who handed back contracts", "primary-dental-optical"},
      {"Fire engines off the run", "ambulance-urgent-111"},
      {"How many visa applications were refused", "overseas-private-patients"},
      {"Internal legal advice on the treaty", "complaints-claims-legal"},
      {"Emails about the closure of the community hospital", "community-continuing-care"},
      {"Asylum seeker hotels", "overseas-private-patients"},
      {"Driving test waiting times at the test centre", "parking-transport"},
      {"Number of passports lost in the post", "overseas-private-patients"},
      {"Prisoners released in error", "security-violence-crime"},
      {"Rail franchise payments", "parking-transport"},
      {"Noise complaints about a nightclub", "energy-waste-sustainability"},
      {"River pollution incidents", "energy-waste-sustainability"},
      {"Section 106 money unspent", "finance-spend"},
      {"Grants to voluntary organisations", "finance-spend"},
      {"Legionella in the water supply", "estates-maintenance"},
      {"Insulin pumps for type 1 diabetes", "surgery-specialties"},
      {"Chaplains employed", "governance-corporate"},
      {"Bullying and harassment complaints", "workforce-hr-conduct"},
      {"Consultant job plans and programmed activities", "workforce-pay-pensions"},
      {"The list of all speed awareness course fees kept by the force", "parking-transport"},
      {"Number of reported rapes and how many led to a charge", "security-violence-crime"},
      {"Police dog attacks on members of the public", "security-violence-crime"},
      {"Custody deaths in the last ten years", "deaths-mortality"},
      {"Ammonium nitrate thefts reported by farmers", "security-violence-crime"},
      {"Number of detectives vacancies", "workforce-recruitment-vacancies"},
      {"How many prison officers were assaulted?", "security-violence-crime"},
      {"Mobile phones seized in prisons", "security-violence-crime"},
      {"Courtroom closures and repairs", "estates-maintenance"},
      {"Magistrates' sitting days lost", "governance-corporate"},
      {"The number of Universal Credit sanctions by jobcentre", "finance-spend"},
      {"PIP assessments overturned at appeal", "complaints-claims-legal"},
      {"Minutes of the meeting between the Secretary of State and the water companies", "governance-corporate"},
      {"Advice to ministers on the badger cull", "energy-waste-sustainability"},
      {"Ventilators bought in 2020 and where they are now", "medical-devices-equipment"},
      {"Teacher training bursaries", "research-education-training"},
      {"A-level grading algorithm", "research-education-training"},
      {"Ofsted inspector notes for the school", "children-young-people"},
      {"School building condition survey data", "estates-maintenance"},
      {"Free school meals uptake", "facilities-soft-fm"},
      {"University staff on zero hours contracts", "workforce-temporary-staffing"},
      {"Animal experiments by species", "research-education-training"},
      {"Halls of residence mould reports", "estates-maintenance"},
      {"Plagiarism in student essays", "research-education-training"},
      {"Fire station closures and response times", "ambulance-urgent-111"},
      {"False alarms attended at hospitals", "estates-maintenance"},
      {"Fire safety audits of tower blocks", "estates-maintenance"},
      {"Firefighters' sickness and cancer", "workforce-wellbeing-equality"},
      {"Bariatric rescues and lifting patients", "ambulance-urgent-111"},
      {"Replacement date of aerial appliances", "ambulance-urgent-111"},
      {"How long did patients wait for an ambulance after a fall?", "ambulance-urgent-111"},
      {"Paramedics who left the service", "workforce-recruitment-vacancies"},
      {"111 call abandonment", "ambulance-urgent-111"},
      {"Defibrillators registered on The Circuit", "ambulance-urgent-111"},
      {"The number of patients who discharged themselves against medical advice", "emergency-care"},
      {"Beds closed because of norovirus", "infection-covid"},
      {"Dialysis chairs per unit", "surgery-specialties"},
      {"Number of patients on ketone monitors", "surgery-specialties"},
      {"Tonsillectomy bleeds", "surgery-specialties"},
      {"Robotic prostatectomies", "surgery-specialties"},
      {"Patients implanted with metal on metal hips", "medical-devices-equipment"},
      {"Syringe drivers in the community", "medical-devices-equipment"},
      {"Bedside televisions charges", "facilities-soft-fm"},
      {"Vending machines selling sugary drinks", "facilities-soft-fm"},
      {"Ward kitchens and plated meals", "facilities-soft-fm"},
      {"Temperature on wards during heatwaves", "estates-maintenance"},
      {"Generator test failures", "estates-maintenance"},
      {"Smoking shelters and fines", "estates-maintenance"},
      {"Desflurane and nitrous oxide use", "energy-waste-sustainability"},
      {"Single-use gloves reduction", "energy-waste-sustainability"},
      {"Bicycle parking at hospitals", "parking-transport"},
      {"Blue badge holders charged for parking", "parking-transport"},
      {"Taxi spend for patients going home", "parking-transport"},
      {"Helipad landings", "ambulance-urgent-111"},
      {"Voice biometrics and speech recognition for letters", "it-clinical-systems"},
      {"Rostering software supplier", "it-clinical-systems"},
      {"Wi-Fi upgrade cost", "it-infrastructure-contracts"},
      {"Pager replacement", "it-infrastructure-contracts"},
      {"Windows 10 devices after end of support", "cyber-security"},
      {"DSPT submission status", "cyber-security"},
      {"Patient records sent to the wrong address", "information-governance"},
      {"Copies of FOI internal reviews", "information-governance"},
      {"Emails about me between housing officers", "information-governance"},
      {"Data sharing agreement with Palantir", "information-governance"},
      {"Staff network funding", "workforce-wellbeing-equality"},
      {"Long Covid sick leave", "workforce-wellbeing-equality"},
      {"Racism complaints by staff", "workforce-hr-conduct"},
      {"Doctors referred to the GMC", "workforce-hr-conduct"},
      {"Strike days lost by resident doctors", "workforce-hr-conduct"},
      {"Overtime payments to police staff", "workforce-pay-pensions"},
      {"Agenda for Change back pay for healthcare assistants", "workforce-pay-pensions"},
      {"Relocation packages for executives", "workforce-pay-pensions"},
      {"Ratio of nurses to patients on night shifts", "workforce-recruitment-vacancies"},
      {"GP retirements", "primary-dental-optical"},
      {"Children having teeth removed under general anaesthetic", "primary-dental-optical"},
      {"Online GP appointment systems", "primary-dental-optical"},
      {"Pharmacy First consultations", "primary-dental-optical"},
      {"Optician sight test fraud", "primary-dental-optical"},
      {"Growth hormone prescribing to adults", "medicines-pharmacy"},
      {"Biosimilar switching programme for infliximab", "medicines-pharmacy"},
      {"Number of patients who received CAR-T", "cancer"},
      {"Chemotherapy delays", "cancer"},
      {"Breast reconstruction waits", "surgery-specialties"},
      {"IVF postcode lottery", "maternity-neonatal-gynae"},
      {"Neonatal cot closures", "maternity-neonatal-gynae"},
      {"Looked after children placed out of county", "children-young-people"},
      {"School nurse numbers", "children-young-people"},
      {"Psychiatric bed numbers", "mental-health"},
      {"Talking therapies recovery rates", "mental-health"},
      {"Spit hoods in custody", "mental-health-act-restraint"},
      {"Seclusion lasting over 48 hours", "mental-health-act-restraint"},
      {"Right to choose ADHD providers", "neurodiversity-learning-disability"},
      {"Learning disability annual health checks", "neurodiversity-learning-disability"},
      {"Hormone treatment for under 18s", "gender-identity"},
      {"MRI outsourced reads", "diagnostics-imaging-pathology"},
      {"Genetic test turnaround", "diagnostics-imaging-pathology"},
      {"Endoscopy cancellations", "diagnostics-imaging-pathology"},
      {"End of life care at home", "community-continuing-care"},
      {"Physiotherapy waiting list", "community-continuing-care"},
      {"Delayed discharges awaiting a care package", "emergency-care"},
      {"Medication errors causing harm", "patient-safety-incidents"},
      {"Duty of candour letters", "patient-safety-incidents"},
      {"Post-mortem backlog", "deaths-mortality"},
      {"Funerals paid for by the hospital", "deaths-mortality"},
      {"Public inquiry legal bill", "complaints-claims-legal"},
      {"Flu jab uptake of staff", "infection-covid"},
      {"Mask wearing policy", "infection-covid"},
      {"Students from overseas charged for maternity care", "overseas-private-patients"},
      {"Private wing profits", "overseas-private-patients"},
      {"Knife attacks in hospitals", "security-violence-crime"},
      {"Missing controlled drugs", "security-violence-crime"},
      {"Patients' lost property", "security-violence-crime"},
      {"Names of non-executive directors and register of interests", "governance-corporate"},
      {"Cost of rebranding the council", "governance-corporate"},
      {"Licensing committee decisions on late night venues", "governance-corporate"},
      {"Election count costs", "governance-corporate"},
      {"Freemason membership of councillors", "governance-corporate"},
      {"Sale of council land to developers", "pfi-capital-projects"},
      {"PFI hospital car park income", "pfi-capital-projects"},
      {"Suppliers of office furniture", "procurement-contracts"},
      {"Unsuccessful bidders' prices", "procurement-contracts"},
      {"Legal services framework", "procurement-contracts"},
      {"Credit card spending over £500", "finance-spend"},
      {"Charitable funds balance", "finance-spend"},
      {"Loan repayments to the Public Works Loan Board", "finance-spend"},
      {"Gas boiler replacement", "energy-waste-sustainability"},
      {"Sewage spills into the estuary", "energy-waste-sustainability"},
      {"Badger cull licences", "energy-waste-sustainability"},
      {"Peatland restoration grants", "energy-waste-sustainability"},
  };
  for (const auto& [question, topic] : cases) EXPECT_EQ(main_topic({question}), topic) << question;
}

TEST(FindTopics, MedicinesByTheStemsOfTheirNames) {
  for (const char* name : {"zalutumab", "Imaginatinib", "fictigliflozin", "novaglutide", "placebosartan", "Testaprazole"})
    EXPECT_EQ(main_topic({std::string("How many were given ") + name + " in 2023?"}), "medicines-pharmacy") << name;
  for (const char* word : {"reservoir", "cholesterol", "concept", "intercept", "peptide", "eventide", "April", "except", "steakhouse",
                           "statement", "collab", "Zanzibar"})
    EXPECT_EQ(main_topic({std::string("How many were there near the ") + word + " in 2023?"}) == "medicines-pharmacy", false) << word;
}

// A line that heads the answer names its subject, though nobody calls it one.
TEST(FindTopics, AHeadingOfTheLettersOwn) {
  const std::string asked = "You asked:\n\n1. How many are there?\n\n2. Where are they?\n\nThere are twelve.\n\n";
  const std::string start = "Dear A\n\n", end = "Yours sincerely\n\nB\n";
  const std::string heading = "Stillbirths and the maternity unit";
  const auto main = [](const std::string& text) {
    const auto found = topics_of(text);
    return found.empty() ? "" : found[0];
  };
  EXPECT_EQ(main(start + heading + "\n\nThank you for your request.\n\n" + asked + end), "maternity-neonatal-gynae");
  const std::string none[] = {
      start + "Thank you for your request.\n\n" + asked + end,
      heading + "\n\n" + start + "Thank you for your request.\n\n" + asked + end,
      start + "Thank you for your request.\n\n" + asked + end + heading + "\n",
  };
  for (const std::string& text : none) EXPECT_NE(main(text), "maternity-neonatal-gynae") << text;
}

TEST(FindTopics, ARefusalNoticeBeginsWithWhatItRefuses) {
  const std::string start = "Dear A\n\nRefusal notice\nWe have your request. ";
  const std::string end = " We have decided to refuse it under section 14(1).\n\nYours sincerely\n";
  const auto found = topics_of(start + "It asks for the make and model of every infusion pump, ventilator and defibrillator." + end);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], "medical-devices-equipment");
  EXPECT_TRUE(topics_of(start + end).empty());
}

// Words of one family are known by one another.
TEST(FindTopics, WordsInFormsThatNobodyTaught) {
  const std::pair<const char*, const char*> cases[] = {
      {"Was anybody grievously bullying, and were the bulliers dismissive?", "workforce-hr-conduct"},
      {"Are the leakages, the dampness and the roofings of the building being repaired?", "estates-maintenance"},

      {"Was the interest interesting to the interested?", ""},
      {"Did the parliamentarians part at the partition?", ""},
      {"Was the generality generous in general?", ""},
      {"Is the composition complete, and was it compared?", ""},
  };
  for (const auto& [question, topic] : cases) EXPECT_EQ(main_topic({question}), topic) << question;
}

TEST(FindTopics, NamesOfBodiesSayNothing) {
  const char* cases[] = {"Did Yorkshire Ambulance Service NHS Trust reply?",
                         "Did Birmingham and Solihull Mental Health NHS Foundation Trust reply?",
                         "Has Sheffield Children's NHS Foundation Trust replied?", "What did the Care Quality Commission reply?",
                         "Did the Environment Agency reply?"};
  for (const char* question : cases) EXPECT_EQ(main_topic({question}), "") << question;
}

TEST(FindTopics, ALetterThatTellsTheRequestInItsSentences) {
  EXPECT_EQ(topics_of("Dear A\n\nI am writing about your request of 3 May, in which you asked us for the number of stillbirths and of "
                      "neonatal deaths.\n\nWe hold it. It "
                      "is sent with this letter. Our oncology service and the chemotherapy suite keep it.\n\nYours sincerely\n")
                .at(0),
            "maternity-neonatal-gynae");
}

TEST(FindTopics, TheSubjectLineCounts) {
  const std::string text = "Dear A\n\nThank you for your request. Please find the figures attached.\n";
  EXPECT_EQ(topics_of(text, "Re: FOI 12 Car parking charges").at(0), "parking-transport");
  EXPECT_TRUE(topics_of(text, "Re: Freedom of Information Act 2000").empty());
}

TEST(FindTopics, ATableIsReadWhole) {
  EXPECT_EQ(topics_of("Referrals for autism assessment by month\nMonth\tReferrals\nJune\t12\n").at(0),
            "neurodiversity-learning-disability");
  EXPECT_TRUE(topics_of("Month\tNumber\nJune\t12\n").empty());
}

}  // namespace
}  // namespace foi::understand
