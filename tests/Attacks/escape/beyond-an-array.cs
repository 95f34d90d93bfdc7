// Reads what lies behind an array.
// expected: PolicyViolation
// without policy: WrongAnswer|Crash|PolicyViolation
// layer: policy; box: the process
internal static class Attack
{
    public static void Run()
    {
        var near = new float[4];
        for (nuint i = 0; i < 4000; i += 64)
        {
            if (System.Numerics.Vector4.LoadUnsafe(ref near[0], i).X == 1234567f)
                throw new InvalidOperationException("stolen: memory");
        }
    }
}
