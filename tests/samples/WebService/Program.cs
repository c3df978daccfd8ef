// A service that repairs what is sent to it:
//   dotnet run --project tests/samples/WebService
//   curl --data-binary @document.txt http://localhost:5000/repair
//   curl --data-binary @judgement.txt http://localhost:5000/repair/laws
// Settings and dictionaries are in appsettings.json; change either while it runs.
using TextRepair;
using TextRepair.DependencyInjection;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddTextRepair(builder.Configuration.GetSection("TextRepair:Default"));
builder.Services.AddTextRepair("laws", builder.Configuration.GetSection("TextRepair:Laws"));

WebApplication app = builder.Build();
app.MapPost("/repair", (HttpRequest request, ITextRepairer repairer) => Repair(request, repairer));
app.MapPost("/repair/{name}", async (string name, HttpRequest request, ITextRepairerFactory repairers) =>
    repairers.Names.Contains(name) ? Results.Ok(await Repair(request, repairers.GetRepairer(name))) : Results.NotFound());
app.Run();

static async Task<Answer> Repair(HttpRequest request, ITextRepairer repairer)
{
    using var reader = new StreamReader(request.Body);
    RepairResult result = repairer.Repair(await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
    return new Answer(result.Text, [.. result.Edits.Select(edit => new Edit(edit.Start, edit.Original, edit.Replacement, edit.Kind.ToString(), edit.Confidence))]);
}

/// <summary>What the service answers.</summary>
internal sealed record Answer(string Text, IReadOnlyList<Edit> Edits);

/// <summary>One change; positions are UTF-16 code units of the text that was sent.</summary>
internal sealed record Edit(int Start, string Original, string Replacement, string Kind, double Confidence);

/// <summary>Public so that tests can start the service.</summary>
public sealed partial class Program;
