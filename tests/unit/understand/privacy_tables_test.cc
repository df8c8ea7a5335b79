#include "tests/unit/understand/privacy_cases.h"

namespace foi::understand {
namespace {

TEST(Labels, NamePeople) {
  check_masked({
      "| Asked for by | {Oakapple-Quill} |\n| Asked for on | 19/06/2018 |\n",
      "Applicant: {Zenobia Quillfeather}\nReference: FOI 7\n",
      "Applicant: {Quillfeather}\nReference: FOI 7\n",
      "| | |\n|---|---|\n| FOI number | 24-566 |\n| Applicant | {Tormod Quill-Breasclete} |\n| Request received | 20/05/2024 |\n",
      "Name of applicant          {Tormod Quillfeather}\nDate received              20/05/2024\n",
      "Requester's name\t{Quentilla Oakapple}\n",
      "From: {Quentilla Oakapple}\nTo: FOI\nSubject: lifts\n",
      "From: {Quentilla Oakapple} <{q.oakapple@example.org}>\nTo: FOI\n",
      "**From:** {Quentilla Oakapple}\n**To:** FOI Team\n",
      "| **From:** | {Quentilla Oakapple} |\n| **To:** | Web Team |\n",
      "> From: {Oakapple}, {Quentilla}\n> Sent: 3 May 2021 10:11\n",
      "To: {Quentilla Oakapple}; {Zenobia Quillfeather}\nCc: {Oswald Quillfeather}\n",
      "Copied to: {Oswald Quillfeather}\n",
      "cc: {Oswald Quillfeather}, Head of Estates\n",
      "Reviewed by: {Quentilla Oakapple}\n",
      "Signed off by: {Quentilla Oakapple}\n",
      "Case handler: {Quentilla Oakapple}\n",
      "Please ask for: {Quentilla Oakapple}\n",
      "FAO: {Quentilla Oakapple}\n",
      "Attn: {Quentilla Oakapple}\n",
      "Head of Estates: {Quentilla Oakapple}\n",
      "Information Governance Manager: {Oswald Quillfeather}\n",
      "Director of Nursing    {Oswald Quillfeather}\n",
      "Received from: {Quentilla Oakapple}\nOn: 3 May 2021\n",
      "Complainant: {Quentilla Oakapple}\nPublic authority: Sample Council\n",
      "Author\t{Quentilla Oakapple}\nVersion\t2\n",
      "Attendees: {Oswald Quillfeather}\n",
      "Enw: {Gwenllian Oakapple}\n",
  });
}

TEST(Labels, OfOtherThings) {
  check_masked({
      "Applicant: withheld\nReference: FOI 7\n",
      "Applicant | Reference\n--- | ---\n",
      "Name: Ward 7\n",
      "Director: Adult Social Care\n",
      "Lead: Medicines Optimisation\n",
      "Manager: Vacant\n",
      "Contact: Switchboard\n",
      "Contact: Freedom of Information Team\n",
      "From: Freedom of Information (West Quillshire) <foi@example.gov.uk>\nSent: 3 May 2021\n",
      "From: FOI Requests\nTo: Web Team\nSubject: Patient Transport\n",
      "Subject: Estates Strategy\n",
      "Department: Trauma and Orthopaedics\n",
      "Supplier: Widget Systems\n",
      "Supplier | Quill Recruitment | 2019\n",
      "Drug: Adalimumab Humira\n",
      "Site: Florence Nightingale\n",
      "Hospital    William Harvey Hospital\n",
      "Ward    Mary Seacole Ward    12 beds\n",
      "Officer time: two hours\n",
      "Owner: Estates Directorate\n",
      "Copy: attached\n",
      "Quarter    Jan-Mar    Apr-Jun    Jul-Sep    Oct-Dec\n",
  });
}

TEST(Tables, OfPeople) {
  check_masked_after_opening({
      "Name | Job title | Telephone\n--- | --- | ---\n{Quentilla Oakapple} | Estates Manager | withheld\n{Otho Quillfeather} | Surveyor | "
      "withheld\n",
      "Name                    Job title            Email\n{Quentilla Oakapple}      Manager              withheld\n{Otho Quillfeather}    "
      "   Surveyor             withheld\n",
      "Service\tResponsible officer\tBudget\nLifts\t{Quentilla Oakapple}\t4,000\nDoors\t{Otho Quillfeather}\t300\n",
      "| Service | Contact name |\n|---|---|\n| Lifts | {Quentilla Oakapple} |\n| Doors | Vacant |\n",
      "Department | Director\n--- | ---\nEstates | {Quentilla Oakapple}\nAdult Care | Interim cover\n",
      "Chair                Chief Executive\n{Quentilla Oakapple}   {Otho Quillfeather}\n",
      "{Quentilla Oakapple OBE} – Chair\n",
      "{QUENTILLA OAKAPPLE}\nAppellant\n\nand\n\nTHE INFORMATION COMMISSIONER\nRespondent\n",
      "{Quentilla Oakapple-Vane}          Second Respondent\n",
  });
}

TEST(Tables, OfOtherThings) {
  check_masked_after_opening({
      "Name | Beds\n--- | ---\nMary Seacole Ward | 12\nAcorn Lodge | 7\n",
      "Drug name | Patients\n--- | ---\nAdalimumab | 12\nInfliximab | 7\n",
      "Name of supplier | Value\n--- | ---\nWidget Systems | 12\nQuill Recruitment | 7\n",
      "Officer | Grade\n--- | ---\nFire Safety | 7\nCivil Contingencies | 8\n",
      "Hospital | Lifts\n--- | ---\nWilliam Harvey Hospital | 12\nJames Paget | 4\n",
      "Contact | Hours\n--- | ---\nSwitchboard | 24\nAdult Social Care | 9 to 5\n",
      "Town | Sites\n--- | ---\nMilton Keynes | 2\nBury St Edmunds | 1\n",
      "Tenant - LA/Arm Lgh Mgt Org    12    14\n",
  });
}

}  // namespace
}  // namespace foi::understand
