using System.Security.Cryptography;
using Belfry.Kernel;
using Xunit;

namespace Belfry.Tests.KernelRoom;

public sealed class KeyTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("belfry-keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_sealed_value_opens_only_in_its_own_place_and_only_untouched()
    {
        using var keys = KeyFolder.Open(folder);
        var closed = keys.Envelope.Seal("+32 470 00 00 00", "recipient/1/phone");

        Assert.Equal("+32 470 00 00 00", keys.Envelope.OpenText(closed, "recipient/1/phone"));
        Assert.ThrowsAny<CryptographicException>(() => keys.Envelope.Open(closed, "recipient/2/phone"));
        closed[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => keys.Envelope.Open(closed, "recipient/1/phone"));
    }

    [Fact]
    public void After_a_rotation_old_values_open_and_old_signatures_verify()
    {
        byte[] closed, signature;
        string oldKey;
        using (var before = KeyFolder.Open(folder))
        {
            (closed, signature, oldKey) = (before.Envelope.Seal("kept", "x"), before.Signing.Sign([1, 2, 3]), before.Envelope.CurrentKey);
        }

        KeyFolder.AddSealingKey(folder);
        KeyFolder.AddSigningKey(folder);

        using var after = KeyFolder.Open(folder);
        Assert.NotEqual(oldKey, after.Envelope.CurrentKey);
        Assert.Equal("kept", after.Envelope.OpenText(closed, "x"));
        Assert.Equal(2, after.PublicPems.Count);
        using var first = VerifyingKey.FromPem(after.PublicPems[0]);
        using var last = VerifyingKey.FromPem(after.PublicPems[1]);
        Assert.True(first.Verify([1, 2, 3], signature));
        Assert.False(last.Verify([1, 2, 3], signature));
        Assert.Equal(last.Id, after.Signing.Id);
    }

    [Fact]
    public void Nobody_else_on_the_machine_can_read_the_keys()
    {
        using var keys = KeyFolder.Open(folder);

        Assert.All(Directory.GetFiles(folder), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public void A_data_folder_is_held_by_one_at_a_time()
    {
        using (DataFolder.Hold(folder))
        {
            Assert.Contains("in use by another belfry", Assert.Throws<IOException>(() => DataFolder.Hold(folder)).Message, StringComparison.Ordinal);
        }

        DataFolder.Hold(folder).Dispose();
    }
}
