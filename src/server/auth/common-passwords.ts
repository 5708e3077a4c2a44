/**
 * Words that guessing starts with: the heads of the published lists of leaked passwords, keyboard rows, and the words
 * of this place and trade in the spellings in use. Lower case; a password made of these alone is refused.
 */
const WORDS = `
password passwort parol parolim пароль passw0rd pass admin administrator root user guest login welcome letmein
master secret changeme default temp temporary test testing demo sample example qwerty qwertyuiop qwertz azerty
asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qaz wsx edc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 q1w2e3 zaq1
йцукен йцукенгшщзхъ фывапролджэ ячсмить фыва пролдж qwe asd zxc abc abcd abcdef abcdefg abcdefgh abcdefghijkl
123 1234 12345 123456 1234567 12345678 123456789 1234567890 0123456789 012345 0987654321 987654321 87654321 654321
54321 4321 321 111111 000000 123123 321321 112233 121212 131313 159753 147258 147258369 789456 789456123 741852963
1990 1991 1992 1993 1994 1995 1996 1997 1998 1999 2000 2001 2002 2003 2004 2005 2010 2015 2018 2019 2020 2021 2022
2023 2024 2025 2026 2027 2028 2029 2030 iloveyou loveyou love monkey dragon football soccer baseball basketball
hockey superman batman princess sunshine shadow michael jordan hunter killer pokemon starwars freedom whatever
trustno1 computer internet samsung iphone android google facebook telegram instagram windows microsoft
hello privet salom assalom rahmat spasibo любовь привет солнце кардиолог yurak юрак heart serdtse сердце
cardio kardio cardiology cardiologist kardiologiya kardiolog кардиология ekg ecg экг эКГ hospital kasalxona
shifoxona klinika clinic doctor doktor shifokor vrach врач nurse hamshira hamshirasi медсестра poliklinika
tibbiyot markaz markazi center centre boshlik bolim bemor patient ambulance tezyordam feldsher medical medicine
uzbekistan ozbekiston uzbek узбекистан toshkent tashkent ташкент surxondaryo surkhandarya сурхандарья termiz
termez термез jarqorgon jarkurgan denov denau sherobod boysun samarqand samarkand buxoro bukhara andijon andijan
namangan fargona fergana xorazm khorezm navoiy qarshi qashqadaryo jizzax sirdaryo nukus karakalpak respublika
viloyat tuman shahar rossiya russia moskva россия
spring summer autumn winter bahor yoz kuz qish january february march april june july august september october
november december yanvar fevral mart aprel iyun iyul avgust sentyabr oktyabr noyabr dekabr navruz
`

export const COMMON_WORDS: readonly string[] = WORDS.toLowerCase().trim().split(/\s+/)
