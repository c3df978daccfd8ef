namespace TextRepair.Report.Tests;

/// <summary>Results made by hand, so that the page is tested apart from the repairer.</summary>
internal static class Results
{
    private const string Report =
        "一、今年的主要工作\n" +
        "今年以来，全县经济平稳开展，根底设施不断完善，效劳业增加值增长%，到达预期目标。\n" +
        "各单位开展了专项整治活动，并将继续开展下去。各工程标任务已经分解，原那么上要在年底前完成。\n" +
        "会议听取了人大、\n2\n、政协的意见。“双过半,财政收入完成亿元；全年总投资２０２３亿元。\n" +
        "他项住压力，把xx乡的水利工程建好。";

    /// <summary>Gets a short report with edits of every kind, findings and a diagnosis.</summary>
    public static RepairResult Example { get; } = Make(
        Report,
        [
            Edit(Report, "开展，根", "开展", "发展", EditKind.Substitution, 0.98, "开展→发展"),
            Edit(Report, "根底", "根底", "基础", EditKind.Substitution, 0.9999, "根底→基础"),
            Edit(Report, "效劳", "效劳", "服务", EditKind.Substitution, 0.9995, "效劳→服务"),
            Edit(Report, "到达", "到达", "达到", EditKind.Substitution, 0.93, "到达→达到"),
            Edit(Report, "开展下", "开展", "发展", EditKind.Substitution, 0.92, "开展→发展"),
            Edit(Report, "各工程标", "工程", "项目", EditKind.Substitution, 0.97, "工程→项目"),
            Edit(Report, "原那么", "那么", "则", EditKind.Substitution, 0.9999, "那么→则"),
            Edit(Report, "\n2\n", "\n2\n", "", EditKind.Layout, 1, "page-mark"),
            new(Report.IndexOf(",财政", StringComparison.Ordinal), "", "”", EditKind.Quote, 0.96, "closing-quote", "a quote is open"),
            Edit(Report, "２０２３", "２０２３", "2023", EditKind.Width, 1, "full-width"),
            Edit(Report, "项住", "项", "顶", EditKind.Ocr, 0.96, "项→顶"),
        ],
        [
            Finding("%，到", 0, FindingKind.MissingFigure, "A figure is missing before %."),
            Finding("亿元；", 0, FindingKind.MissingFigure, "A figure is missing before 亿元."),
            Finding("２０２３亿元", 6, FindingKind.ImpossibleFigure, "A year stands where an amount should."),
            Finding("xx", 2, FindingKind.Mask, "The name is masked."),
        ],
        new Diagnosis(0.998, [
            new("根底", "基础", "A", 0.999, 6.2, 1, 0, 1),
            new("效劳", "服务", "A", 0.998, 5.1, 1, 0, 1),
            new("开展", "发展", "A", 0.97, 1.4, 3, 0, 2),
            new("工程", "项目", "A", 0.71, -0.6, 2, 1, 1),
        ]));

    public static RepairResult Make(string original, IEnumerable<TextEdit> edits, IEnumerable<Finding>? findings = null, Diagnosis? diagnosis = null)
    {
        EditList list = EditList.Create(edits);
        return new(original, list.ApplyTo(original), list, [.. (findings ?? []).OrderBy(finding => finding.Start)], diagnosis ?? Diagnosis.Clean);
    }

    public static TextEdit Edit(int start, string original, string replacement, EditKind kind = EditKind.Substitution, double confidence = 0.97) =>
        new(start, original, replacement, kind, confidence, $"{original}→{replacement}", "the words around it");

    public static string Page(RepairResult result, string name = "")
    {
        using var writer = new StringWriter();
        HtmlReport.Write(result, writer, new HtmlReportOptions { DocumentName = name });
        return writer.ToString();
    }

    private static TextEdit Edit(string text, string place, string original, string replacement, EditKind kind, double confidence, string rule)
    {
        int start = text.IndexOf(place, StringComparison.Ordinal) + place.IndexOf(original, StringComparison.Ordinal);
        return new(start, original, replacement, kind, confidence, rule, $"context speaks for {replacement}; the document agrees");
    }

    private static Finding Finding(string place, int length, FindingKind kind, string message) =>
        new(Report.IndexOf(place, StringComparison.Ordinal), length, kind, message);
}
