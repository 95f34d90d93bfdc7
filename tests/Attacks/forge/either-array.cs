// One of two arrays, chosen as it is used: what is known of the one is not true of the other.
// expected: DataRace|WrongAnswer|Crash|Deadlock
// without policy: WrongAnswer|Crash
// layer: the engine makes each check of the instruction that it replaces
internal static class Attack
{
    public static void Run()
    {
        var forged = new Shape[1];
        object[] any = [new Secret()];
        (Environment.TickCount64 == long.MinValue ? any : forged)[0] = new Secret();
        if (forged[0].Number == 7)
            throw new InvalidOperationException("stolen: an object as another");
    }

    private sealed class Secret
    {
        public int Seven = 7;
    }

    private sealed class Shape
    {
        public int Number;
    }
}
