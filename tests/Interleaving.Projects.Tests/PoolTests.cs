using System.Buffers;
using Interleaving.NUnit;
using Microsoft.Extensions.ObjectPool;

namespace Interleaving.Projects.Tests;

/// <summary>Pools hand an object from one thread to the next; what is used after it was given back races.</summary>
public sealed class PoolTests
{
    [Test, Interleaved]
    public async Task An_object_of_a_pool_is_handed_over()
    {
        var pool = new DefaultObjectPool<Box>(new DefaultPooledObjectPolicy<Box>(), maximumRetained: 1);
        var results = await Task.WhenAll(Task.Run(() => Use(pool, 1)), Task.Run(() => Use(pool, 2)));
        results.ShouldBe([1, 2]);
    }

    [Test]
    public void An_object_that_is_used_after_it_was_given_back_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var pool = new DefaultObjectPool<Box>(new DefaultPooledObjectPolicy<Box>(), maximumRetained: 1);
            int Late(int number)
            {
                var box = pool.Get();
                pool.Return(box);
                box.Value = number;
                return box.Value;
            }

            await Task.WhenAll(Task.Run(() => Late(1)), Task.Run(() => Late(2)));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public async Task Memory_of_a_pool_is_handed_over()
    {
        static int Rented(int number)
        {
            using var owner = MemoryPool<int>.Shared.Rent(16);
            owner.Memory.Span[0] = number;
            return owner.Memory.Span[0];
        }

        var results = await Task.WhenAll(Task.Run(() => Rented(1)), Task.Run(() => Rented(2)));
        results.ShouldBe([1, 2]);
    }

    [Test]
    public void Memory_that_two_share_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            using var owner = MemoryPool<int>.Shared.Rent(16);
            void Add() => owner.Memory.Span[0]++;
            await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    private static int Use(ObjectPool<Box> pool, int number)
    {
        var box = pool.Get();
        box.Value = number;
        var result = box.Value;
        pool.Return(box);
        return result;
    }

    private sealed class Box
    {
        public int Value { get; set; }
    }
}
