using System.Collections.ObjectModel;

namespace Corpus;

/// <summary>Collections of one's own over the platform's that override some of their members.</summary>
public static class DerivedCollections
{
    [Broken(FailureKind.DataRace)]
    public static void Two_keys_are_removed()
    {
        Names names = ["a", "b"];
        Together(() => names.Remove("a"), () => names.Remove("b"));
    }

    [Correct]
    public static void Two_keys_are_removed_under_a_lock()
    {
        Names names = ["a", "b"];
        Together(() => Remove("a"), () => Remove("b"));
        Expect(0, names.Count);

        void Remove(string name)
        {
            lock (names)
                names.Remove(name);
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void A_key_is_looked_for_while_another_is_added()
    {
        Names names = ["a"];
        Together(() => names.Contains("a"), () => names.Add("b"));
    }

    [Broken(FailureKind.DataRace)]
    public static void A_key_is_tried_while_another_is_added()
    {
        Names names = ["a"];
        Together(() => names.TryGetValue("a", out _), () => names.Add("b"));
    }

    [Broken(FailureKind.DataRace)]
    public static void An_item_is_got_by_its_key_while_another_is_added()
    {
        Names names = ["a"];
        Together(() => _ = names["a"], () => names.Add("b"));
    }

    [Correct]
    public static void Two_look_for_keys()
    {
        Names names = ["a"];
        Twice(() => Expect(names.Contains("a") && names.TryGetValue("a", out _) && names["a"] == "a"));
    }

    [Broken(FailureKind.DataRace)]
    public static void One_that_looks_at_what_is_added_is_counted_meanwhile()
    {
        Watched watched = [];
        Together(() => watched.Add(1), () => Expect(watched.Count >= 0));
    }

    private sealed class Names : KeyedCollection<string, string>
    {
        protected override string GetKeyForItem(string item) => item;
    }

    private sealed class Watched : Collection<int>
    {
        protected override void InsertItem(int index, int item) => base.InsertItem(index, item);
    }
}
