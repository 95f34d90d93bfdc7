// The same by an array of two dimensions, whose items the runtime's own methods hand out.
// expected: DataRace|WrongAnswer|Crash|Deadlock
// without policy: WrongAnswer|Crash
// layer: the engine makes each check of the instruction that it replaces
internal static class Attack
{
    public static void Run()
    {
        var forged = new Shape[1, 1];
        object[,] seen = forged;
        Put(ref seen[0, 0], new Secret());
        if (forged[0, 0].Number == 7)
            throw new InvalidOperationException("stolen: an object as another");
    }

    private static void Put(ref object at, object value) => at = value;

    private sealed class Secret
    {
        public int Seven = 7;
    }

    private sealed class Shape
    {
        public int Number;
    }
}
