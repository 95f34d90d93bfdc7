namespace Corpus;

/// <summary>An enumerator stands somewhere: who asks it for its item reads that, and who goes on or begins again writes it.</summary>
public static class SharedEnumerators
{
    [Broken(FailureKind.DataRace)]
    public static void One_asks_and_the_other_goes_on()
    {
        using IEnumerator<int> places = new List<int> { 1, 2 }.GetEnumerator();
        places.MoveNext();
        Together(() => places.MoveNext(), () => _ = places.Current);
    }

    [Correct]
    public static void One_asks_and_the_other_goes_on_under_a_lock()
    {
        var gate = new Lock();
        using IEnumerator<int> places = new List<int> { 1, 2 }.GetEnumerator();
        places.MoveNext();
        Together(
            () =>
            {
                lock (gate)
                    places.MoveNext();
            },
            () =>
            {
                lock (gate)
                    Expect(places.Current is 1 or 2);
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void One_asks_and_the_other_begins_again()
    {
        using IEnumerator<int> places = new List<int> { 1, 2 }.GetEnumerator();
        places.MoveNext();
        Together(places.Reset, () => _ = places.Current);
    }

    [Correct]
    public static void Each_goes_through_the_same_items()
    {
        IEnumerable<int> items = [1, 2];
        Twice(() =>
        {
            var sum = 0;
            foreach (var item in items)
                sum += item;
            Expect(3, sum);
        });
    }
}
