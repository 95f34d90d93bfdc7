using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Serialization;

namespace Corpus;

/// <summary>A serializer goes through the collections in what it is given, and others must not change them meanwhile.</summary>
public static class Serialising
{
    [Broken(FailureKind.DataRace)]
    public static void A_list_that_another_adds_to()
    {
        List<int> list = [1];
        Together(() => JsonSerializer.Serialize(list), () => list.Add(2));
    }

    [Correct]
    public static void A_copy_of_a_list_that_another_adds_to()
    {
        List<int> list = [1];
        Together(
            () =>
            {
                int[] copy;
                lock (list)
                    copy = [.. list];
                JsonSerializer.Serialize(copy);
            },
            () =>
            {
                lock (list)
                    list.Add(2);
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void A_dictionary_that_another_adds_to()
    {
        Dictionary<string, int> map = [];
        Together(() => JsonSerializer.SerializeToUtf8Bytes(map), () => map["a"] = 2);
    }

    [Broken(FailureKind.DataRace)]
    public static void An_array_that_another_writes()
    {
        var numbers = new int[3];
        Together(() => JsonSerializer.Serialize<object>(numbers), () => numbers[1] = 2);
    }

    [Broken(FailureKind.DataRace)]
    public static void A_list_in_a_property_of_an_item()
    {
        Dictionary<string, Order> orders = new() { ["a"] = new Order() };
        var lines = orders["a"].Lines;
        Together(() => JsonSerializer.Serialize(new { orders }), () => lines.Add(2));
    }

    [Broken(FailureKind.DataRace)]
    public static void A_list_in_a_list()
    {
        List<int> inner = [];
        List<List<int>> outer = [inner];
        Together(() => JsonSerializer.Serialize(outer), () => inner.Add(2));
    }

    [Broken(FailureKind.DataRace)]
    public static void As_xml()
    {
        var order = new Order();
        Together(() => new XmlSerializer(typeof(Order)).Serialize(TextWriter.Null, order), () => order.Lines.Add(2));
    }

    [Correct]
    public static void What_is_not_shown_may_change()
    {
        var order = new Order();
        Together(() => JsonSerializer.Serialize(order), () => order.Changed(), () => JsonSerializer.Serialize(order));
    }

    [Correct]
    public static void A_property_that_hands_out_a_copy_under_a_lock()
    {
        var log = new Log();
        Together(() => JsonSerializer.Serialize(log), () => log.Add("a"));
    }

    private sealed class Log
    {
        private readonly List<string> lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (lines)
                    return [.. lines];
            }
        }

        public void Add(string line)
        {
            lock (lines)
                lines.Add(line);
        }
    }

    public sealed class Order
    {
        private readonly List<string> changes = [];

        public List<int> Lines { get; } = [];

        [JsonIgnore]
        [XmlIgnore]
        public List<string> Ignored { get; } = [];

        public void Changed()
        {
            changes.Add("a");
            Ignored.Add("b");
        }
    }
}
