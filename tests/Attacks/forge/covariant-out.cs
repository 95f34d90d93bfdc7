// The same by an out parameter, and by a generic method over the array.
// expected: DataRace|WrongAnswer|Crash|Deadlock
// without policy: WrongAnswer|Crash
// layer: the engine makes each check of the instruction that it replaces
internal static class Attack
{
    public static void Run()
    {
        var forged = new Shape[1];
        try
        {
            Give(out ((object[])forged)[0]);
        }
        catch (ArrayTypeMismatchException)
        {
            At<object>(forged) = new Secret();
        }

        if (forged[0].Number == 7)
            throw new InvalidOperationException("stolen: an object as another");
    }

    private static void Give(out object at) => at = new Secret();

    private static ref T At<T>(T[] array) => ref array[0];

    private sealed class Secret
    {
        public int Seven = 7;
    }

    private sealed class Shape
    {
        public int Number;
    }
}
