// Reads one object as another through a union that is local to its file.
// expected: PolicyViolation
// without policy: WrongAnswer|Crash
// layer: policy: explicit layout, also where a name begins like the compiler's own
internal static class Attack
{
    public static void Run()
    {
        var union = new Union { Text = "account" };
        if (union.Number.Value == 0)
            throw new InvalidOperationException("nothing was there");
    }
}

[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
file struct Union
{
    [System.Runtime.InteropServices.FieldOffset(0)]
    public string Text;

    [System.Runtime.InteropServices.FieldOffset(0)]
    public Box Number;
}

file sealed class Box
{
    public int Value;
}
