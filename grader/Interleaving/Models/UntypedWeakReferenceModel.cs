namespace Interleaving.Models;

/// <summary>The same as <see cref="WeakReferenceModel"/> for the reference without a type.</summary>
[Models(typeof(WeakReference), Passes = ["*"])]
internal static class UntypedWeakReferenceModel
{
    public static WeakReference New(object? target) => New(target, trackResurrection: false);

    public static WeakReference New(object? target, bool trackResurrection)
    {
        WeakReferenceModel.Keep(target);
        return new WeakReference(target, trackResurrection);
    }

    public static void set_Target(WeakReference self, object? value)
    {
        WeakReferenceModel.Keep(value);
        self.Target = value;
    }
}
