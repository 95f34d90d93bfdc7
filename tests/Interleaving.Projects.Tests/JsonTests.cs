using Interleaving.NUnit;
using Newtonsoft.Json;

namespace Interleaving.Projects.Tests;

/// <summary>Newtonsoft.Json: caches that are shared, and benign races that are nobody's business.</summary>
public sealed class JsonTests
{
    [Test, Interleaved(Schedules = 50)]
    public async Task Two_serialise_at_once()
    {
        var texts = await Task.WhenAll(Task.Run(() => JsonConvert.SerializeObject(new Order(1))), Task.Run(() => JsonConvert.SerializeObject(new Order(2))));
        texts.ShouldBe(["{\"Number\":1}", "{\"Number\":2}"]);
    }

    [Test]
    public void A_converter_that_counts_without_a_lock_is_found()
    {
        var exploration = Explorer.Explore(
            async () =>
            {
                var converter = new Counting();
                string Write(int number) => JsonConvert.SerializeObject(new Order(number), converter);
                await Task.WhenAll(Task.Run(() => Write(1)), Task.Run(() => Write(2)));
                converter.Written.ShouldBe(2);
            },
            new ExplorationOptions { Schedules = 50 });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved(Schedules = 20)]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2326", Justification = "The test reads what it has written.")]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2327", Justification = "The test reads what it has written.")]
    public void A_type_that_is_found_by_its_name_is_the_tests_own()
    {
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        var text = JsonConvert.SerializeObject(new Order(3), settings);
        JsonConvert.DeserializeObject(text, settings).ShouldBeOfType<Order>().Number.ShouldBe(3);
    }

    private sealed record Order(int Number);

    private sealed class Counting : JsonConverter<Order>
    {
        public int Written { get; private set; }

        public override void WriteJson(JsonWriter writer, Order? value, JsonSerializer serializer)
        {
            Written++;
            writer.WriteValue(value!.Number);
        }

        public override Order? ReadJson(JsonReader reader, Type objectType, Order? existingValue, bool hasExistingValue, JsonSerializer serializer) => null;
    }
}
