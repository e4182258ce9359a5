// SPDX-License-Identifier: Apache-2.0
//
// The rules of reach carry over to another kind of text: clinical notes, with
// cues of their own.

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "tests/support/english.h"

namespace medlint::testing {
namespace {

const Language& Clinical() {
  static const Language clinical =
      ReadLanguage(std::string(MEDLINT_SOURCE_DIR) +
                   "/fixtures/language/cues.clinical.toml");
  return clinical;
}

struct Note {
  bool denied = false;
  std::string_view marked;
};

constexpr Note kNotes[] = {
    // What the patient says.
    {true, "She denies [[fever]], chills or night sweats."},
    {true, "She denies fever, chills or [[night sweats]]."},
    {true, "He denied any [[calf pain]] during the flight."},
    {true, "The patient has no complaints of [[dizziness]]."},
    {false, "He complains of [[dizziness]] on standing."},
    {false, "Denies cough but reports [[wheezing]] at night."},
    {false, "The daughter does not deny that he has [[memory loss]]."},
    {true, "No family history of [[colon cancer]]."},
    // What is seen, and what is not.
    {true, "No [[acute fracture]] of the left wrist."},
    {true, "There is no evidence of [[portal hypertension]]."},
    {true, "CT head negative for [[hemorrhage]]."},
    {true, "The film fails to reveal a [[foreign body]]."},
    {true, "Lungs clear, without [[wheezes]] or rales."},
    {true, "Skin is free of [[petechiae]]."},
    {true, "No mass, [[adenopathy]], or effusion is seen."},
    {true, "Findings are not consistent with [[osteomyelitis]]."},
    {false, "Findings are consistent with [[osteomyelitis]]."},
    {false, "No effusion; [[cardiomegaly]] is noted."},
    {false, "No stones, and the [[gallbladder wall]] is thickened."},
    {false, "No rash except for [[mild erythema]] of the heel."},
    {false, "No fever, although the [[white count]] is raised."},
    {false, "Sudden vision loss with no identifiable cause of [[stroke]]."},
    // The cue comes after.
    {true, "[[Pulmonary embolism]] was ruled out by scan."},
    {true, "[[Appendicitis]] is unlikely."},
    {true, "[[Pleural rub]] not heard, [[gallop]] not appreciated."},
    {true, "[[Hematuria]] has resolved."},
    // Only possible.
    {false, "Chest film to rule out [[pneumonia]]."},
    {false, "A small [[subdural hematoma]] cannot be excluded."},
    {false, "[[Endocarditis]] should be ruled out."},
    {false, "We cannot rule out an [[early abscess]]."},
    // Look like a negation and are none.
    {false, "No change in size of the [[thyroid nodule]]."},
    {false, "No significant interval change in the [[left effusion]]."},
    {false, "Blood grew gram negative [[rods]]."},
    {false, "He walked without difficulty despite his [[hip fracture]]."},
    {false, "The [[edema]] is not only in the legs."},
};

TEST_CASE("clinical notes") {
  for (const Note& note : kNotes) {
    CAPTURE(note.marked);
    CHECK(IsDenied(note.marked, Clinical()) == note.denied);
  }
}

}  // namespace
}  // namespace medlint::testing
