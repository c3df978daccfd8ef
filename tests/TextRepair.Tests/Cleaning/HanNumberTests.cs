using CsCheck;
using TextRepair.Cleaning;

namespace TextRepair.Tests.Cleaning;

public class HanNumberTests
{
    private static readonly HashSet<string> Numbers = [.. Enumerable.Range(1, 9999).Select(Write), .. Enumerable.Range(10, 10).Select(n => Write(n)[1..])];

    [Fact]
    public void Every_number_up_to_9999_is_well_formed() => Assert.All(Numbers, number => Assert.True(HanNumber.IsWellFormed(number), number));

    [Fact]
    public void Numerals_in_any_order_are_a_number_where_one_is_written_so() =>
        Gen.OneOfConst(HanNumber.Numerals.ToCharArray()).Array[1, 8].Select(numerals => new string(numerals))
            .Sample(text => Assert.Equal(Numbers.Contains(text), HanNumber.IsWellFormed(text)), iter: 100_000);

    // 一千零五十: a zero stands for skipped units, and units without a digit are left out.
    private static string Write(int number)
    {
        string text = "";
        bool skipped = false;
        foreach ((int unit, string name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, "")])
        {
            int digit = number / unit % 10;
            if (digit == 0)
            {
                skipped = text.Length > 0;
                continue;
            }
            if (skipped) text += "零";
            skipped = false;
            text += "一二三四五六七八九"[digit - 1] + name;
        }
        return text;
    }
}
