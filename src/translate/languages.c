#include "translate/languages.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* --- plural rules ------------------------------------------------------------------------- */

/* Of whole numbers, as the Unicode CLDR has them, written as gettext has them. */
#define NO_PLURAL "nplurals=1; plural=0;"
#define NOT_ONE "nplurals=2; plural=(n != 1);"
#define ABOVE_ONE "nplurals=2; plural=(n > 1);"
#define SLAVIC \
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && " \
    "(n%100<10 || n%100>=20) ? 1 : 2);"
#define CZECH "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);"
#define POLISH \
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
#define SLOVENE \
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);"
#define ROMANIAN "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);"
#define MACEDONIAN "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);"
#define ARABIC \
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : " \
    "n%100>=11 ? 4 : 5);"
#define FILIPINO "nplurals=2; plural=(n!=1 && n!=2 && n!=3 && (n%10==4 || n%10==6 || n%10==9));"

/* One row a language. Where nobody has written a rule down (Romani, Edo, Rusyn, Kirundi), the one of
 * its neighbours: a form too many does no harm. */
static const Language languages[] = {
    { "am", "am", "Amharic", "አማርኛ", "Ethi", ABOVE_ONE },
    { "ar", "ar", "Arabic", "العربية", "Arab", ARABIC },
    { "az", "az", "Azerbaijani", "Azərbaycanca", "Latn", NOT_ONE },
    { "bg", "bg", "Bulgarian", "Български", "Cyrl", NOT_ONE },
    { "bin", "bin", "Edo", "Ẹ̀dó", "Latn", NOT_ONE },
    { "bn", "bn", "Bengali", "বাংলা", "Beng", ABOVE_ONE },
    { "bs", "bs", "Bosnian", "Bosanski", "Latn", SLAVIC },
    { "ckb", "ckb", "Sorani Kurdish", "کوردی", "Arab", NOT_ONE },
    { "cs", "cs", "Czech", "Čeština", "Latn", CZECH },
    { "de", "de", "German", "Deutsch", "Latn", NOT_ONE },
    { "el", "el", "Greek", "Ελληνικά", "Grek", NOT_ONE },
    { "en", "en", "English", "English", "Latn", NOT_ONE },
    { "es", "es", "Spanish", "Español", "Latn", NOT_ONE },
    { "fa", "fa", "Persian", "فارسی", "Arab", ABOVE_ONE },
    { "fa_AF", "prs", "Dari", "دری", "Arab", ABOVE_ONE },
    { "fil", "fil", "Filipino", "Filipino", "Latn", FILIPINO },
    { "fr", "fr", "French", "Français", "Latn", ABOVE_ONE },
    { "hi", "hi", "Hindi", "हिन्दी", "Deva", ABOVE_ONE },
    { "hr", "hr", "Croatian", "Hrvatski", "Latn", SLAVIC },
    { "hu", "hu", "Hungarian", "Magyar", "Latn", NOT_ONE },
    { "hy", "hy", "Armenian", "Հայերեն", "Armn", ABOVE_ONE },
    { "id", "id", "Indonesian", "Bahasa Indonesia", "Latn", NO_PLURAL },
    { "ig", "ig", "Igbo", "Igbo", "Latn", NO_PLURAL },
    { "it", "it", "Italian", "Italiano", "Latn", NOT_ONE },
    { "ka", "ka", "Georgian", "ქართული", "Geor", NOT_ONE },
    { "km", "km", "Khmer", "ភាសាខ្មែរ", "Khmr", NO_PLURAL },
    { "ku", "kmr", "Kurmanji Kurdish", "Kurmancî", "Latn", NOT_ONE },
    { "ky", "ky", "Kyrgyz", "Кыргызча", "Cyrl", NOT_ONE },
    { "ln", "ln", "Lingala", "Lingála", "Latn", ABOVE_ONE },
    { "lo", "lo", "Lao", "ລາວ", "Laoo", NO_PLURAL },
    { "mk", "mk", "Macedonian", "Македонски", "Cyrl", MACEDONIAN },
    { "mn", "mn", "Mongolian", "Монгол", "Cyrl", NOT_ONE },
    { "my", "my", "Burmese", "မြန်မာ", "Mymr", NO_PLURAL },
    { "ne", "ne", "Nepali", "नेपाली", "Deva", NOT_ONE },
    { "pa", "pa", "Punjabi", "ਪੰਜਾਬੀ", "Guru", ABOVE_ONE },
    { "pcm", "pcm", "Nigerian Pidgin", "Naijá", "Latn", ABOVE_ONE },
    { "pl", "pl", "Polish", "Polski", "Latn", POLISH },
    { "ps", "ps", "Pashto", "پښتو", "Arab", NOT_ONE },
    { "pt", "pt", "Portuguese", "Português", "Latn", NOT_ONE },
    { "pt_BR", "pt-BR", "Brazilian Portuguese", "Português do Brasil", "Latn", ABOVE_ONE },
    { "rn", "rn", "Kirundi", "Ikirundi", "Latn", NOT_ONE },
    { "ro", "ro", "Romanian", "Română", "Latn", ROMANIAN },
    { "rom", "rom", "Romani", "Romani čhib", "Latn", NOT_ONE },
    { "ru", "ru", "Russian", "Русский", "Cyrl", SLAVIC },
    { "rue", "rue", "Rusyn", "Русиньскый", "Cyrl", SLAVIC },
    { "si", "si", "Sinhala", "සිංහල", "Sinh", ABOVE_ONE },
    { "sk", "sk", "Slovak", "Slovenčina", "Latn", CZECH },
    { "sl", "sl", "Slovene", "Slovenščina", "Latn", SLOVENE },
    { "so", "so", "Somali", "Soomaali", "Latn", NOT_ONE },
    { "sq", "sq", "Albanian", "Shqip", "Latn", NOT_ONE },
    { "sr", "sr", "Serbian", "Српски", "Cyrl", SLAVIC },
    { "sr@latin", "sr-Latn", "Serbian in Latin letters", "Srpski", "Latn", SLAVIC },
    { "sw", "sw", "Swahili", "Kiswahili", "Latn", NOT_ONE },
    { "ta", "ta", "Tamil", "தமிழ்", "Taml", NOT_ONE },
    { "tg", "tg", "Tajik", "Тоҷикӣ", "Cyrl", NOT_ONE },
    { "th", "th", "Thai", "ไทย", "Thai", NO_PLURAL },
    { "ti", "ti", "Tigrinya", "ትግርኛ", "Ethi", ABOVE_ONE },
    { "tr", "tr", "Turkish", "Türkçe", "Latn", NOT_ONE },
    { "uk", "uk", "Ukrainian", "Українська", "Cyrl", SLAVIC },
    { "ur", "ur", "Urdu", "اردو", "Arab", NOT_ONE },
    { "uz", "uz", "Uzbek", "Oʻzbekcha", "Latn", NOT_ONE },
    { "uz@cyrillic", "uz-Cyrl", "Uzbek in Cyrillic letters", "Ўзбекча", "Cyrl", NOT_ONE },
    { "vi", "vi", "Vietnamese", "Tiếng Việt", "Latn", NO_PLURAL },
    { "yo", "yo", "Yoruba", "Yorùbá", "Latn", NO_PLURAL },
    { "zh_CN", "zh-Hans", "Chinese, simplified", "中文", "Hans", NO_PLURAL },
    { 0 },
};

const Language *
language_all(void)
{
    return languages;
}

const Language *
language_find(const char *tag)
{
    for (const Language *language = languages; language->tag != NULL; language++)
        if (strcmp(language->tag, tag) == 0)
            return language;
    return NULL;
}

/* --- profiles ----------------------------------------------------------------------------- */

/* How a script is set, and languages that are set otherwise. What a row says for a language comes
 * before what it says for its script. */
static const struct Setting {
    const char *of;       /* script or tag */
    const char *families; /* before Noto Sans, with a comma after each */
    const char *line_factor;
    bool tall, rtl;
    const char *more; /* further lines */
} settings[] = {
    { "sr@latin", "", "1.38", false, false, "derived_from: sr\n" },
    { "ur", "Noto Nastaliq Urdu, Noto Sans Arabic, ", "2.4", true, true,
      "low_families: [Noto Sans Arabic, Noto Sans]\n" },
    { "vi", "", "1.4", true, false, "" },
    { "yo", "", "1.4", true, false, "" },
    { "ig", "", "1.4", true, false, "" },
    { "bin", "", "1.4", true, false, "" },
    { "Latn", "", "1.38", false, false, "" },
    { "Cyrl", "", "1.38", false, false, "" },
    { "Grek", "", "1.38", false, false, "" },
    { "Armn", "Noto Sans Armenian, ", "1.38", false, false, "" },
    { "Geor", "Noto Sans Georgian, ", "1.38", false, false, "" },
    { "Arab", "Noto Sans Arabic, ", "1.5", true, true, "size_more: 0.5\n" },
    { "Beng", "Noto Sans Bengali, ", "1.4", true, false, "" },
    { "Deva", "Noto Sans Devanagari, ", "1.4", true, false, "" },
    { "Guru", "Noto Sans Gurmukhi, ", "1.4", true, false, "" },
    { "Sinh", "Noto Sans Sinhala, ", "1.4", true, false, "" },
    { "Taml", "Noto Sans Tamil, ", "1.4", true, false, "" },
    { "Ethi", "Noto Sans Ethiopic, ", "1.4", true, false, "" },
    { "Thai", "Noto Sans Thai, ", "1.5", true, false, "" },
    { "Laoo", "Noto Sans Lao, ", "1.5", true, false, "breaks: zwsp\n" },
    { "Khmr", "Noto Sans Khmer, ", "1.7", true, false, "breaks: zwsp\n" },
    { "Mymr", "Noto Sans Myanmar, ", "1.7", true, false, "breaks: zwsp\n" },
    { "Hans", "Noto Sans CJK SC, ", "1.5", true, false, "sentence_space: false\n" },
};

static const struct Setting *
find_setting(const char *of)
{
    for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
        if (strcmp(settings[i].of, of) == 0)
            return &settings[i];
    return NULL;
}

char *
language_profile(const Language *language)
{
    const struct Setting *setting = find_setting(language->tag);

    if (setting == NULL)
        setting = find_setting(language->script);
    g_assert(setting != NULL);
    return g_strdup_printf("tag: \"%s\"\n"
                           "lang: \"%s\"\n"
                           "autonym: \"%s\"\n"
                           "script: %s\n"
                           "direction: %s\n"
                           "families: [%sNoto Sans]\n"
                           "line_factor: %s\n"
                           "%s%s",
                           language->tag, language->lang, language->autonym, language->script,
                           setting->rtl ? "rtl" : "ltr", setting->families, setting->line_factor,
                           setting->tall ? "tall: true\n" : "", setting->more);
}
