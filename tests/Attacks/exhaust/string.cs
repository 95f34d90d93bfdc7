// Doubles a string until nothing is left.
// expected: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// layer: box: hard limit of the heap
internal static class Attack
{
    public static void Run()
    {
        var text = "x";
        while (true)
            text += text;
    }
}
