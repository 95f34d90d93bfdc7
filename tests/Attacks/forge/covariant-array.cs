// Takes the address of an item of a covariant array, to hold one object as another: a timer as a class of its own.
// expected: DataRace|WrongAnswer|Crash|Deadlock
// without policy: WrongAnswer|Crash
// layer: the engine makes each check of the instruction that it replaces
internal static class Attack
{
    public static void Run()
    {
        var timer = TimeProvider.System.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var forged = new Shape[1];
        Put(forged, timer);
        if (forged[0].First is not null)
            throw new InvalidOperationException("stolen: an object of the engine");
    }

    private static void Put(object[] array, object value)
    {
        ref var at = ref array[0];
        at = value;
    }

    private sealed class Shape
    {
        public object? First;
    }
}
