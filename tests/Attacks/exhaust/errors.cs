// Writes to standard error without end.
// expected: PolicyViolation
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock|DataRace
// layer: policy; box: output is capped
internal static class Attack
{
    public static void Run()
    {
        using var output = Console.OpenStandardError();
        var block = new byte[1 << 20];
        for (var i = 0; i < 200; i++)
            output.Write(block);
    }
}
