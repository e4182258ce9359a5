// SPDX-License-Identifier: Apache-2.0
//
// The shipped stop words over short texts, wrong lang attributes and mixtures.

#include "linter/language/language_detector.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "linter/text/fold.h"
#include "linter/toml/table_reader.h"
#include "tests/support/read_html.h"

namespace medlint::testing {
namespace {

// The tables of "toml", a ruleset file.
LanguageDetector Read(const std::string& toml, std::vector<Error>& errors) {
  LanguageDetector detector;
  const auto file = TomlFile::Parse("test.toml", toml, errors);
  TableReader top(file, file->root(), {}, "the file", errors);
  if (auto page = top.TableOrNone("page")) {
    for (TableReader& table : page->TablesOrNone("language"))
      detector.Read(table);
  }
  return detector;
}

std::string ShippedText() {
  std::ifstream in(std::string(MEDLINT_SOURCE_DIR) +
                   "/rulesets/language/stopwords.toml");
  return {std::istreambuf_iterator<char>(in), {}};
}

const LanguageDetector& Shipped() {
  static const LanguageDetector detector = [] {
    std::vector<Error> errors;
    LanguageDetector read = Read(ShippedText(), errors);
    for (const Error& error : errors)
      FAIL_CHECK(error.ToText());
    return read;
  }();
  return detector;
}

std::string Detect(const std::string& html) {
  const Document document = ReadHtmlText(html);
  return Shipped().Detect(document, FoldedText(document.text()), "en");
}

struct Sample {
  std::string_view language;
  std::string_view text;
};

constexpr Sample kSamples[] = {
    {"en",
     "Most people with back pain get better within a few weeks, and it "
     "helps to keep moving. See your doctor if the pain is not better."},
    {"de",
     "Die meisten Menschen mit Schmerzen im Rücken sind nach wenigen "
     "Wochen gesund, und es hilft, sich zu bewegen und nicht zu liegen."},
    {"fr",
     "La plupart des personnes qui ont mal au dos vont mieux dans les "
     "semaines qui suivent, et il est utile de ne pas rester au lit."},
    {"es",
     "La mayoría de las personas con dolor de espalda se recupera en "
     "pocas semanas, y es útil no quedarse en la cama por más días."},
    {"it",
     "La maggior parte delle persone con mal di schiena sta meglio in "
     "poche settimane, ed è utile non restare a letto per più giorni."},
    {"pt",
     "A maioria das pessoas com dor nas costas melhora em poucas semanas "
     "e não é bom ficar na cama por mais dias; o movimento ajuda."},
    {"nl",
     "De meeste mensen met pijn in de rug zijn na een paar weken beter, "
     "en het is goed om te bewegen en niet in bed te blijven."},
    {"pl",
     "Ból pleców jest częsty i nie musi być groźny, a po kilku "
     "tygodniach mija. Może pomóc ruch, ale nie należy leżeć w łóżku."},
    {"cs",
     "Bolest zad je častá a není nebezpečná, po několika týdnech se "
     "zlepší. Při bolesti může pomoci pohyb, ale ne aby se ležel v ní."},
    {"sk",
     "Bolesť chrbta je častá a po niekoľkých týždňoch sa zlepší. Pri "
     "bolesti môže pomôcť pohyb, ale nie je dobré ležať v posteli."},
    {"hr",
     "Bol u leđima je česta i nije opasna, a za nekoliko tjedana se "
     "smiri. Može pomoći kretanje, ali nije dobro da se leži u krevetu."},
    {"sl",
     "Bolečina v hrbtu je pogosta in ni nevarna, po nekaj tednih pa se "
     "umiri. Lahko pomaga gibanje, ki je tudi bolj zdravo kot ležanje."},
    {"sv",
     "De flesta som har ont i ryggen blir bättre efter några veckor, och "
     "det är bra att röra på sig och inte ligga till sängs för länge."},
    {"da",
     "De fleste, der har ondt i ryggen, får det bedre efter nogle uger, "
     "og det er godt at bevæge sig og ikke ligge i sengen af smerte."},
    {"no",
     "De fleste som har vondt i ryggen, blir bedre etter noen uker, og "
     "det er bra å bevege seg og ikke bli liggende av frykt for smerte."},
    {"fi",
     "Selkä voi olla kipeä, mutta se ei ole vaarallista, ja kipu menee "
     "ohi kun liikkuu. Jos se on kova, niin mene lääkäriin, ja myös jos "
     "se ei lopu."},
    {"hu",
     "A hátfájás gyakori, és nem veszélyes, csak kell egy kis idő, hogy "
     "elmúljon. Ha a fájdalom nagyon erős, vagy nem múlik el, az orvos "
     "segít."},
    {"ro",
     "Durerea de spate este frecventă și nu este periculoasă, iar după "
     "câteva săptămâni se poate să dispară. Este bine să nu stați în "
     "pat."},
    {"tr",
     "Bel ağrısı çok sık olan bir şey ve tehlikeli değil, bu ağrı bir "
     "süre sonra geçer. Ancak ağrı çok ise her gün için bir doktor "
     "gerekir."},
    {"id",
     "Nyeri punggung adalah hal yang sering dan tidak berbahaya, dan "
     "akan hilang dalam beberapa minggu. Anda dapat bergerak, dan itu "
     "lebih baik."},
    {"vi",
     "Đau lưng là bệnh có ở nhiều người và không nguy hiểm, sẽ hết sau "
     "một vài tuần. Bạn nên đi lại và không nên nằm nhiều trong ngày."},
    {"tl",
     "Ang sakit ng likod ay karaniwan at hindi mapanganib, at ito ay "
     "nawawala sa loob ng ilang linggo kung ang katawan ay gumagalaw."},
    {"ru",
     "Боль в спине бывает у многих, и она не опасна, а через несколько "
     "недель она проходит. Если боль не проходит, это для врача, и он "
     "поможет."},
    {"uk",
     "Біль у спині буває у багатьох, і він не є небезпечним, а за кілька "
     "тижнів минає. Якщо біль не минає, це для лікаря, і він "
     "допоможе."},
    {"bg",
     "Болката в гърба е честа и не е опасна, а след няколко седмици тя "
     "минава. Ако болката не минава, това е за лекар, който ще ви "
     "помогне."},
    {"sr",
     "Бол у леђима је честа и није опасна, а за неколико недеља се "
     "смири. Ако се бол не смири, то је за лекара, који може да "
     "помогне."},
    {"el",
     "Ο πόνος στη μέση είναι συχνός και δεν είναι επικίνδυνος, και σε "
     "λίγες εβδομάδες περνά. Αν δεν περνά, να δείτε έναν γιατρό."},
    {"he",
     "כאב גב הוא שכיח ואינו מסוכן, והוא חולף תוך כמה שבועות. אם הכאב "
     "אינו חולף, יש לפנות אל הרופא, והוא יעזור לך להחלים."},
    {"ar",
     "ألم الظهر شائع وليس خطيرا، وهو يزول في أسابيع قليلة من الحركة. "
     "إذا كان الألم لا يزول، من الأفضل أن تذهب إلى الطبيب في المدينة."},
    {"fa",
     "درد کمر شایع است و خطرناک نیست، و این درد با حرکت در چند هفته از "
     "بین می رود. اگر درد شدید است، بهتر است که به پزشک برای درمان."},
    {"ur",
     "کمر کا درد عام ہے اور یہ خطرناک نہیں ہے، اور اس میں کچھ ہفتوں کے "
     "بعد آرام ہو جاتا ہے۔ اگر درد ہو تو ڈاکٹر کو دکھائیں۔"},
    {"hi",
     "पीठ का दर्द आम है और यह खतरनाक नहीं है, और कुछ हफ्तों में ठीक हो जाता है। "
     "अगर दर्द ठीक न हो तो डॉक्टर से मिलें।"},
    {"ko",
     "허리 통증은 흔하며 위험하지 않고 몇 주 안에 나아집니다. 움직이는 것이 "
     "좋고 오래 누워 있는 것은 좋지 않습니다. 통증이 심하면 의사를 "
     "만나십시오. 의사가 도와 줄 것입니다."},
    {"ja",
     "腰痛はよくある症状で、危険なものではなく、数週間でよくなります。"
     "痛みが続く場合は医師に相談してください。"},
    {"zh",
     "背痛很常见，一般并不危险，几个星期之内就会好转。"
     "如果疼痛一直没有减轻，请尽快去看医生，听取他的建议。"},
    {"th", "อาการปวดหลังพบได้บ่อยและไม่เป็นอันตราย และจะดีขึ้นภายในไม่กี่สัปดาห์"},
};

TEST_CASE("a few sentences tell the language") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.language);
    CHECK(Detect("<p>" + std::string(sample.text) + "</p>") == sample.language);
  }
}

TEST_CASE("lang is a hint: clear words have it their way") {
  for (const Sample& sample : kSamples) {
    CAPTURE(sample.language);
    for (const std::string_view lang : {"en", "fi", "xx", "und"}) {
      CAPTURE(lang);
      CHECK(Detect("<html lang='" + std::string(lang) + "'><p>" +
                   std::string(sample.text) + "</p>") == sample.language);
    }
  }
}

TEST_CASE("where words do not tell, lang does, and else the fallback") {
  const struct {
    std::string_view html;
    std::string_view language;
  } cases[] = {
      {"<p>Rest.</p>", "en"},
      {"", "en"},
      {"<html lang=de-AT><p>Ruhe.</p>", "de"},
      {"<html lang=PT_BR><p>Descanse.</p>", "pt"},
      {"<html lang=cy><p>Gorffwyswch.</p>", "cy"},
      {"<html lang=und><p>Rest.</p>", "en"},
      {"<html lang=english><p>Rest.</p>", "en"},
      {"<html lang=''><p>Rest.</p>", "en"},
      // Names alone, many of them.
      {"<html lang=nl><p>Ibuprofen Naproxen Diclofenac Ketoprofen Piroxicam "
       "Meloxicam Celecoxib Etoricoxib Paracetamol Codeine Tramadol Morphine "
       "Fentanyl Oxycodone Buprenorphine Gabapentin Pregabalin Duloxetine "
       "Amitriptyline Baclofen Tizanidine Diazepam</p>",
       "nl"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.html);
    CHECK(Detect(std::string(c.html)) == c.language);
  }
}

TEST_CASE("the language of most of the main content is that of the page") {
  const std::string english(kSamples[0].text);
  const std::string german(kSamples[1].text);
  const std::string russian(kSamples[22].text);
  const auto page = [](const std::string& nav, const std::string& main) {
    std::string items;
    for (int i = 0; i < 8; ++i)
      items += "<li><a href='/a'>" + nav.substr(0, nav.find(',')) + "</a>";
    return "<nav><ul>" + items + "</ul></nav><main><h1>1</h1><p>" + main +
           "</p><p>" + main + "</p><p>" + main + "</p></main>";
  };
  CHECK(Detect(page(german, english)) == "en");
  CHECK(Detect(page(english, german)) == "de");
  CHECK(Detect(page(russian, english)) == "en");
  CHECK(Detect("<p>" + english + english + german + "</p>") == "en");
  CHECK(Detect("<p>" + english + english + russian + "</p>") == "en");
  CHECK(Detect("<p>" + german + german + german + english + "</p>") == "de");
  CHECK(Detect("<pre>" + german + german + "</pre><p>Rest.</p>") == "en");
}

TEST_CASE("stop words are written as the folded text has them") {
  std::vector<Error> errors;
  const auto file = TomlFile::Parse("stopwords.toml", ShippedText(), errors);
  TableReader top(file, file->root(), {}, "the file", errors);
  auto page = top.TableOrNone("page");
  REQUIRE(page);
  for (TableReader& table : page->TablesOrNone("language")) {
    const std::string words = table.StringOr("words", "");
    CAPTURE(table.StringOr("id", ""));
    CHECK(Fold(words) == words);
    CHECK_FALSE(Shipped().NameOf(table.StringOr("id", "")).empty());
  }
  CHECK(Shipped().NameOf("xx").empty());
}

TEST_CASE("mistakes are reported") {
  std::vector<Error> errors;
  Read(R"(
[[page.language]]
id = "aa"
name = "A"
words = "a interminable b"
[[page.language]]
id = "aa"
name = "A"
[[page.language]]
id = "bb"
name = "B"
script = "latn"
)",
       errors);
  REQUIRE(errors.size() == 3);
  CHECK(errors[0].ToText().find("`interminable` has more than 8 bytes") !=
        std::string::npos);
  CHECK(errors[1].ToText().find("`aa` is defined twice") != std::string::npos);
  CHECK(errors[2].ToText().find("latn") != std::string::npos);
}

}  // namespace
}  // namespace medlint::testing
