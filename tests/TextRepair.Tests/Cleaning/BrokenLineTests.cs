namespace TextRepair.Tests.Cleaning;

/// <summary>Broken lines are joined where the document shows that nobody wrote them, and only there.</summary>
public class BrokenLineTests
{
    private const string First = "为了规范城市道路照明设施的管理，保障道路照明设施完好，维护城市交通安全，方便人民群众生活，根据有关法律和行政法规的规定，结合本市实际，制定本办法，并由市人民政府城市管理部门负责组织实施。";
    private const string Second = "任何单位和个人都应当爱护城市道路照明设施，并有权制止、检举损坏照明设施的行为，对在保护照明设施工作中成绩显著的单位和个人，由有关部门给予表彰和奖励，具体办法由市人民政府另行规定。";

    private static readonly TextRepairer Repairer = new();

    [Theory]
    [InlineData(25)]
    [InlineData(31)]
    [InlineData(38)]
    public void Lines_of_a_page_are_joined_to_paragraphs(int width)
    {
        string[] paragraphs = [First, Second, First, Second];
        string broken = string.Join('\n', paragraphs.Select(paragraph => Wrap(paragraph, width)));
        Assert.Equal(string.Join('\n', paragraphs), Repairer.Repair(broken).Text);
    }

    [Fact]
    public void The_head_of_a_page_is_not_joined_to_its_text()
    {
        string head = "城市道路照明管理手册" + new string(' ', 32) + "第 12 页";
        Assert.StartsWith(head + "\n为了规范", Repairer.Repair($"{head}\n{Wrap(First, 25)}\n{Wrap(Second, 25)}").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_a_formatter_set_in_stays()
    {
        string text = string.Concat(Enumerable.Repeat($"{Wrap(First, 34)}\n\n    {Wrap(Second, 34).Replace("\n", "\n    ", StringComparison.Ordinal)}\n    {Wrap(First, 34).Replace("\n", "\n    ", StringComparison.Ordinal)}\n\n", 3));
        Assert.Same(text, Repairer.Repair(text).Text);
    }

    [Fact]
    public void Mail_that_is_wrapped_by_hand_comes_back_as_the_same_instance()
    {
        string mail = string.Join("\n\n", new[] { First, Second, First }.Select(paragraph => Wrap(paragraph, 36, keepPunctuation: true)));
        Assert.Same(mail, Repairer.Repair(mail).Text);
    }

    [Fact]
    public void One_line_that_begins_with_a_comma_by_mistake_does_not_make_mail_a_page()
    {
        string mail = string.Join("\n\n", Enumerable.Repeat(Wrap(First, 36, keepPunctuation: true), 12));
        int comma = mail.IndexOf('\n') - 1;
        Assert.Equal('，', mail[comma]);
        mail = string.Concat(mail.AsSpan(0, comma), "\n，", mail.AsSpan(comma + 2));
        Assert.Same(mail, Repairer.Repair(mail).Text);
    }

    [Fact]
    public void A_manual_page_comes_back_as_the_same_instance()
    {
        string page = "名称\n" + string.Join("\n\n", new[] { First, Second }.Select(paragraph => "       " + Wrap(paragraph, 34, keepPunctuation: true).Replace("\n", "\n       ", StringComparison.Ordinal)));
        Assert.Same(page, Repairer.Repair(page).Text);
    }

    private static string Wrap(string paragraph, int width, bool keepPunctuation = false)
    {
        var lines = new List<string>();
        for (int start = 0; start < paragraph.Length;)
        {
            int end = Math.Min(paragraph.Length, start + width);
            while (keepPunctuation && end < paragraph.Length && "，。、；".Contains(paragraph[end], StringComparison.Ordinal)) end++;
            lines.Add(paragraph[start..end]);
            start = end;
        }
        return string.Join('\n', lines);
    }
}
