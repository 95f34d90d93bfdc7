using System.Collections;
using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>Tuples and arrays that combine what a comparer says of their items, from a seed of the process.</summary>
[Models(typeof(IStructuralEquatable), Passes = ["*"])]
internal static class StructuralEquatableModel
{
    /// <summary>As many items at the end of an array as the platform looks at.</summary>
    private const int Last = 8;

    public static int GetHashCode(IStructuralEquatable self, IEqualityComparer comparer)
    {
        if (Operation.Current is null || comparer is null)
            return self.GetHashCode(comparer!);
        var code = 0;
        switch (self)
        {
            case Array array:
                for (var i = Math.Max(0, array.Length - Last); i < array.Length; i++)
                    Add(array.GetValue(i));
                return code;
            case ITuple tuple when self.GetType().Assembly == typeof(ITuple).Assembly:
                for (var i = 0; i < tuple.Length; i++)
                    Add(tuple[i]);
                return code;
            default:
                return self.GetHashCode(comparer);
        }

        void Add(object? item) => code = StableHash.Combine(code, item is null ? 0 : UntypedComparerModel.GetHashCode(comparer, item));
    }
}
