namespace Belfry.Passengers.Matching;

/// <summary>Korean syllables by arithmetic on their code points (Unicode 3.12): Revised Romanisation first, the older reading second (McCune-Reischauer, with J as the press and North Korea write it). Family names as their bearers write them.</summary>
static class Hangul
{
    const int FirstSyllable = 0xAC00;
    const int Medials = 21;
    const int Finals = 28;

    static readonly string[] Initial = "G KK N D TT R M B PP S SS . J JJ CH K T P H".Split(' ');
    static readonly string[] InitialOld = "K KK N T TT R M P PP S SS . J TCH CH K T P H".Split(' ');
    static readonly string[] Medial = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WO WE WI YU EU UI I".Split(' ');
    static readonly string[] MedialOld = "A AE YA YAE O E YO YE O WA WAE OE YO U WO WE WI YU U UI I".Split(' ');
    static readonly string[] Final = ". K K KS N NJ NH T L LK LM LB LS LT LP LH M P PS T T NG T T K T P T".Split(' ');

    static readonly Dictionary<char, string[]> Families = "김KIM 이LEE|RI 박PARK|PAK 최CHOI|CHOE 정JUNG|CHONG 강KANG 조CHO|JO 윤YOON|YUN 장JANG|CHANG 임LIM|IM 한HAN 오OH|O 서SEO|SO 신SHIN|SIN 권KWON 황HWANG 안AN|AHN 송SONG 류RYU|YU 전JEON|CHON 홍HONG 고KO|GO 문MOON|MUN 양YANG 손SON 배BAE|PAE 백BAEK|PAEK 허HUR|HO 유YOO|YU 남NAM 심SHIM|SIM 노NOH|RO 리RI|LEE 하HA 곽KWAK 성SUNG|SONG 차CHA 주JOO|CHU 우WOO|U 구KOO|KU 민MIN 나NA|RA 진JIN|CHIN 지JI|CHI 엄UM|OM 채CHAE 원WON 천CHUN|CHON 방BANG|PANG 공KONG|GONG 현HYUN|HYON 함HAM 변BYUN|PYON 염YEOM|YOM 여YEO|YO 추CHOO|CHU 도DO|TO 석SEOK|SOK 선SUN|SON 설SEOL|SOL 마MA 길GIL|KIL 연YEON|YON 위WI 표PYO 명MYUNG|MYONG 기KI 반BAN|PAN 왕WANG 금KEUM|KUM 옥OK 육YOOK|YUK 인IN 맹MAENG 제JE|CHE 모MO 탁TAK 국KOOK|KUK 렴RYOM 량RYANG"
        .Split(' ').ToDictionary(entry => entry[0], entry => entry[1..].Split('|'));

    public static bool Is(int letter) => letter is >= FirstSyllable and < FirstSyllable + (19 * Medials * Finals);

    public static string Family(char syllable, bool second) =>
        Families.TryGetValue(syllable, out var readings) ? readings[second ? readings.Length - 1 : 0] : Syllable(syllable, second);

    public static string Syllable(int letter, bool second)
    {
        var place = letter - FirstSyllable;
        var (initial, medial, final) = (place / (Medials * Finals), place / Finals % Medials, place % Finals);
        return (second ? InitialOld : Initial)[initial].Trim('.') + (second ? MedialOld : Medial)[medial] + Final[final].Trim('.');
    }
}
