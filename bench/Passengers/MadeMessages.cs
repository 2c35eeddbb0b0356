using System.Globalization;
using System.Text;

namespace Belfry.Bench.Passengers;

/// <summary>Invented PNRGOV messages of the size and mix of a carrier's push. The same text on every run.</summary>
static class MadeMessages
{
    static readonly string[] Surnames = ["PEETERS", "JANSSENS", "MAES", "JACOBS", "MERTENS", "WILLEMS", "CLAES", "GOOSSENS", "WOUTERS", "DE SMET", "DUBOIS", "LAMBERT", "MARTIN", "DUPONT", "SIMON", "NGUYEN", "YILMAZ", "EL AMRANI"];
    static readonly string[] Given = ["EMMA", "LOUISE", "OLIVIA", "ALICE", "LIAM", "NOAH", "ARTHUR", "JULES", "ADAM", "MARIE", "JAN", "PIETER", "FATIMA", "MOHAMED", "ELIF", "ANNA", "LUCAS", "VICTOR"];

    /// <summary>Messages of 127 bookings, one a file as carriers send them.</summary>
    public static List<byte[]> Files(int bookings)
    {
        var (state, files) = (42UL, new List<byte[]>());
        uint Next(uint below)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            return (uint)(state >> 33) % below;
        }

        for (var booking = 0; booking < bookings;)
        {
            var count = Math.Min(127, bookings - booking);
            var text = new StringBuilder("UNA:+.?*'\nUNB+IATA:1+ZZ+BEPIU+250301:0800+1'\n", 300_000);
            text.Append(CultureInfo.InvariantCulture, $"UNH+1+PNRGOV:13:1:IA+ZZ0123/010325/1015'\nMSG+:22'\nORG+ZZ:BRU+08412345'\nTVL+010325:1015:010325:1640+BRU+JFK+ZZ+0123'\nEQN+{count}'\n");
            for (var end = booking + count; booking < end; booking++)
            {
                Booking(text, booking, Next);
            }

            files.Add(Encoding.ASCII.GetBytes(text.Append("UNT+0+1'\nUNZ+1+1'\n").ToString()));
        }

        return files;
    }

    static void Booking(StringBuilder text, int number, Func<uint, uint> next)
    {
        void Line(string segment) => text.Append(segment).Append("'\n");
        var locator = Locator(number);
        Line("SRC");
        Line($"RCI+ZZ:{locator}::080125:1220");
        Line("DAT+700:270225:1316+710:280225:1120");
        Line("ORG+ZZ:BRU+70379193:BRU+++A+BE:EUR+D050517");
        Line($"ADD++702:{next(9000) + 100} KERKSTRAAT:BRUSSEL:::BE:1000:32{next(90_000_000) + 10_000_000}");
        var people = new (string Surname, string Given)[1 + next(3) + (next(9) == 0 ? 2 : 0)];
        var family = Surnames[next((uint)Surnames.Length)];
        for (var at = 0; at < people.Length; at++)
        {
            var (given, female) = (Given[next((uint)Given.Length)], next(2) == 0);
            people[at] = (next(3) == 0 ? Surnames[next((uint)Surnames.Length)] : family, given + (female ? "MRS" : "MR"));
            Line($"TIF+{people[at].Surname}+{people[at].Given}:A:{at + 1}");
            Line($"FTI+ZZ:{next(900_000) + 100_000}:::");
            Line($"IFT+4:28::YY+CTCE {given}..{people[at].Surname}//EXAMPLE.ORG");
            Line($"REF+:{next(900_000_000) + 100_000_000}");
            Line("FAR+N+++++");
            Line($"SSR+DOCS:HK::ZZ:::::/P/BEL/EX{next(9_000_000) + 1_000_000}/BEL/{next(28) + 1:D2}JUN{next(80) + 20}/{(female ? 'F' : 'M')}/18MAY{next(9) + 26}/{people[at].Surname}/{given}/MARIE");
            Line($"TKT+0820{next(900_000_000) + 100_000_000}:T:1");
            Line("MON+B:94.34:EUR+T:100.00:EUR");
            Line("PTK+NR++150417:1010+ZZ+006+BRU");
            Line("TXD++0.57:::AY6+0.85:::YQ+1.13:::YC+1.42:::XY+0.57:::XA+1.13:::XF");
            Line("DAT+710:270225");
            Line($"FOP+CC::100.00:VI:XXXXXXXXXXXX{next(9000) + 1000}:0328");
            Line($"IFT+4:43+{given} {people[at].Surname}+1188 KERKSTRAAT BRUSSEL+464861956294");
        }

        foreach (var (from, to, flight) in (ReadOnlySpan<(string, string, string)>)[("FRA", "BRU", "834"), ("BRU", "JFK", "0123"), ("JFK", "YVR", "330")])
        {
            Line($"TVL+010325:1420::2120+{from}+{to}+ZZ+{flight}:B");
            Line("APD+777");
            text.Append(CultureInfo.InvariantCulture, $"SSR+SEAT:HK:{people.Length}:ZZ:::{from}:{to}");
            for (var at = 0; at < people.Length; at++)
            {
                text.Append(CultureInfo.InvariantCulture, $"+{at + 20}A::{at + 1}");
            }

            Line("");
            Line($"RCI+ZZ:{locator}");
            Line("DAT+2:010325:1301");
            for (var at = 0; at < people.Length; at++)
            {
                Line($"TRI++{at + 1}:::{at + 1}");
                Line($"TIF+{people[at].Surname}+{people[at].Given}:A:{at + 1}");
                Line($"SSD+{at + 20}A++++Y");
                Line($"TBD++01:{next(30) + 5}:700+++ZZ:{next(9000) + 1000}::JFK:006");
            }
        }

        Line("ABI+1+:BRURR+BRU++ZZ");
    }

    static string Locator(int number) => string.Create(6, number, (span, value) =>
    {
        for (var at = 5; at >= 0; at--)
        {
            span[at] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"[value & 31];
            value >>= 5;
        }
    });
}
