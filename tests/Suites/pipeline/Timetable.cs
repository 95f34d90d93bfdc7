namespace ConcurrencyKatas.Pipeline.Suite;

/// <summary>When everything has to happen if nothing fails and no room lies idle: worked out item by item, without any concurrency.</summary>
/// <param name="Asked">When the source has to be asked, for each item and once more for the end.</param>
/// <param name="Sunk">When each item has to reach the sink.</param>
/// <param name="End">When everything is over.</param>
internal sealed record Timetable(TimeSpan[] Asked, TimeSpan[] Sunk, TimeSpan End)
{
    public static Timetable Of(Plant plant, int items, int inFlight)
    {
        TimeSpan[] asked = new TimeSpan[items + 1], sunk = new TimeSpan[items], passed = new TimeSpan[items];
        var given = TimeSpan.Zero;
        for (var item = 0; item <= items; item++)
        {
            asked[item] = item < inFlight ? given : Later(given, passed[item - inFlight]);
            given = asked[item] + plant.SourceTime(item);
            if (item == items)
                break;
            sunk[item] = Later(given + plant.StageTime(item), item == 0 ? TimeSpan.Zero : passed[item - 1]);
            passed[item] = sunk[item] + plant.SinkTime(item);
        }

        return new(asked, sunk, items == 0 ? given : Later(given, passed[^1]));
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
