using System.Collections.Frozen;

namespace Belfry.Passengers.Matching;

/// <summary>Words of names that carry no identity, by what they do. Own list, from the titles and particles that occur in EU, UN and OFAC lists and in PNR names.</summary>
static class WordKinds
{
    static readonly FrozenSet<string> Particles = Words(
        "AL EL UL UR US AS AD AR AZ BIN BN BEN IBN BINT BINTI OULD WALAD ABD ABDUL ABDEL ABDAL ABDOUL ABDIL ABDELL VAN VON DE DER DEN DEL DELLA DI DA DO DOS DAS DU LA LE LES TER TEN ZU ZUM AP OF THE Y E I O D ST SAN SANTA NA UD DIN EDDINE UDDIN EDDIN");

    static readonly FrozenSet<string> Titles = Words(
        "MR MRS MS MISS MSTR MISTER MADAM MADAME MME MLLE MONSIEUR HERR FRAU DR DOCTOR PROF PROFESSOR SIR LADY LORD PRESIDENT PRASIDENT PRAESIDENT GENERAL GEN COL COLONEL MAJOR CAPT CAPTAIN SHEIKH SHAIKH SHAYKH CHEIKH SHEIK HAJI HAJJI HADJI HAJ HAJJ MULLAH MOLLAH MULLA MAULAVI MAWLAWI MAULAWI MOLVI QARI ALHAJI JR JUNIOR SR SENIOR ESQ II III IV PHD MD CHD INF SAYYID SAYYED SAYED SAYYAD SYED AYATOLLAH HOJATOLESLAM USTADZ USTAZ NA ENG");

    public static WordKind Of(string letters) =>
        letters.Length == 1 ? WordKind.Initial
        : Titles.Contains(letters) && letters != "NA" ? WordKind.Title
        : Particles.Contains(letters) ? WordKind.Particle
        : WordKind.Word;

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
