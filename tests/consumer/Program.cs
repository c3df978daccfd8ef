// Repairs the file named first, writes the report to the file named second, and prints text, edits and findings.
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TextRepair;
using TextRepair.DependencyInjection;
using TextRepair.Report;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
using ServiceProvider services = new ServiceCollection().AddTextRepair(options => options.MinimumConfidence = 0.8).Services.BuildServiceProvider();
string text = File.ReadAllText(args[0]);

RepairResult result = services.GetRequiredService<ITextRepairer>().Repair(text);
if (new TextRepairer().Repair(text).Text != result.Text) throw new InvalidOperationException("Two repairers of the same options disagree.");
if (result.Edits.ApplyTo(text) != result.Text) throw new InvalidOperationException("The edits do not yield the text.");
using (StreamWriter report = File.CreateText(args[1])) HtmlReport.Write(result, report);

Console.WriteLine(result.Text);
foreach (TextEdit edit in result.Edits)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{edit.Start} {edit.Original}→{edit.Replacement} {edit.Kind} {edit.Confidence:R} {edit.Reason}"));
foreach (Finding finding in result.Findings) Console.WriteLine(finding);
Console.WriteLine(result.Diagnosis.DamageProbability.ToString("R", CultureInfo.InvariantCulture));
#if JIEBA
const string words = "南京市长江大桥";
var segments = new List<Segment>();
new TextRepair.JiebaNet.JiebaNetSegmenter().Segment(words, segments);
Console.Error.WriteLine(string.Join('/', segments.Select(segment => words.Substring(segment.Start, segment.Length))));
#endif
