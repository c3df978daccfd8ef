using System.Text.Json;

namespace TextRepair.Cli.Tests;

public class SchemaTests
{
    [Fact]
    public void The_schema_knows_the_settings_that_are_read()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "textrepair.schema.json")));
        Assert.Equal(
            ConfigurationJson.Default.RepairConfiguration.Properties.Where(property => property.Get is not null).Select(property => property.Name).Order(StringComparer.Ordinal),
            schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }
}
