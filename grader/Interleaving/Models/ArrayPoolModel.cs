using System.Buffers;
using System.Numerics;
using Interleaving.Models.Collections;
using Interleaving.Models.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// Pools of arrays. Whoever rents gets what was given back last, by whichever thread, with what is still in it: of all that a
/// pool may do, that shows soonest who uses an array after giving it back, or gives it back twice. The platform's own pools keep arrays by
/// thread and core and for as long as the process lives, so theirs would be others in each run.
/// </summary>
[Models(typeof(ArrayPool<>), Passes = [".ctor", "get_Shared"])]
internal static class ArrayPoolModel
{
    private const int Smallest = 16;
    private const int LongestByDefault = 1024 * 1024;
    private const int LongestShared = 1024 * 1024 * 1024;
    private const int KeptByDefault = 50;

    public static ArrayPool<T> Create<T>() => ArrayPool<T>.Create();

    public static ArrayPool<T> Create<T>(int maxArrayLength, int maxArraysPerBucket)
    {
        var pool = ArrayPool<T>.Create(maxArrayLength, maxArraysPerBucket);
        Operation.Current?.State(pool, _ => new Shelves<T>(Rounded(Math.Min(maxArrayLength, LongestShared)), maxArraysPerBucket));
        return pool;
    }

    public static T[] Rent<T>(ArrayPool<T> self, int minimumLength)
    {
        if (Operation.Current is not { } operation || !IsPlatforms(self))
            return self.Rent(minimumLength);
        ArgumentOutOfRangeException.ThrowIfNegative(minimumLength);
        return minimumLength == 0 ? [] : AtomicCall.Write(self, pool => Of(operation, pool).Take(minimumLength));
    }

    public static void Return<T>(ArrayPool<T> self, T[] array, bool clearArray)
    {
        if (Operation.Current is not { } operation || !IsPlatforms(self))
        {
            self.Return(array, clearArray);
            return;
        }

        ArgumentNullException.ThrowIfNull(array);
        if (array.Length == 0)
            return;
        if (array.Length <= Of(operation, self).Longest && array.Length != Rounded(array.Length))
            throw new ArgumentException("The buffer is not associated with this pool and may not be returned to it.", nameof(array));
        if (clearArray)
            ArrayModel.Clear(array);
        AtomicCall.Write(self, pool => Of(operation, pool).Put(array));
    }

    /// <summary>A program may derive pools of its own, which do what they do.</summary>
    private static bool IsPlatforms<T>(ArrayPool<T> pool) => pool is not null && pool.GetType().Assembly == typeof(ArrayPool<>).Assembly;

    private static Shelves<T> Of<T>(Operation operation, ArrayPool<T> pool) => operation.State(
        pool,
        static pool => new Shelves<T>(ReferenceEquals(pool, ArrayPool<T>.Shared) ? LongestShared : LongestByDefault, KeptByDefault));

    private static int Rounded(int length) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(length, Smallest));

    private sealed class Shelves<T>(int longest, int kept)
    {
        private readonly Dictionary<int, Stack<T[]>> _free = [];

        public int Longest => longest;

        public T[] Take(int minimumLength)
        {
            if (minimumLength > longest)
                return new T[minimumLength];
            var length = Rounded(minimumLength);
            return _free.TryGetValue(length, out var arrays) && arrays.TryPop(out var array) ? array : new T[length];
        }

        public void Put(T[] array)
        {
            if (!_free.TryGetValue(array.Length, out var arrays))
                _free[array.Length] = arrays = [];
            if (array.Length <= longest && arrays.Count < kept)
                arrays.Push(array);
        }
    }
}
