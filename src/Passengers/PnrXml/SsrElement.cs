using System.Xml.Linq;
using Belfry.Passengers.Reading;

namespace Belfry.Passengers.PnrXml;

/// <summary>An SSR or DOC_SSR element: documents as attributes or as the text of the EDIFACT world, everything else a service.</summary>
readonly struct SsrElement(PnrXmlFile file, XElement element, DateOnly? flight)
{
    public void Give(BookingDraft booking, PassengerDraft? owner, Leg? leg)
    {
        var (code, reference, place) = (file.Attribute(element, "SSRCode"), file.Attribute(element, "RPH"), PnrXmlFile.At(element));
        var text = file.Texts(element, "Text");
        var given = false;
        foreach (var docs in file.Children(element, "DOCS"))
        {
            given = true;
            booking.Documents.Add(new PendingDocument(Docs(docs), docs.ToString(SaveOptions.DisableFormatting), owner, reference, place));
        }

        foreach (var doca in file.Children(element, "DOCA"))
        {
            given = true;
            var address = new PostalAddress(
                "DOCA " + file.Attribute(doca, "AddressType"), file.Attribute(doca, "Address"), file.Attribute(doca, "CityName"), file.Attribute(doca, "ProvinceStateName"),
                file.Attribute(doca, "PostalCode"), file.Attribute(doca, "Country"), "", place.Number);
            booking.Pointers.Add(new Pointer(owner, reference, place.Number, "DOCA", address.ToString(), passenger => (passenger.Addresses ??= []).Add(address)));
        }

        foreach (var doco in file.Children(element, "DOCO"))
        {
            given = true;
            var document = new TravelDocument(
                file.Attribute(doco, "TravelDocType"), file.Attribute(doco, "TravelDocNbr"), file.Attribute(doco, "CountryState"), "", null, "", null,
                DateText.Read(file.Attribute(doco, "DateOfIssue"), DateUse.Issue, flight), "", "", true, file.Attribute(doco, "PlaceOfIssue"), [place.Number]);
            var birth = file.Attribute(doco, "BirthLocation");
            booking.Pointers.Add(new Pointer(owner, reference, place.Number, "DOCO", document.ToString(), passenger =>
            {
                (passenger.Documents ??= []).Add(document);
                passenger.BirthPlace = passenger.BirthPlace.Length > 0 ? passenger.BirthPlace : birth;
            }));
        }

        if (given)
        {
            return;
        }

        if (code == "DOCS" && text.Length > 0)
        {
            booking.Documents.Add(new PendingDocument(DocumentText.Read(text), text, owner, reference, place));
            return;
        }

        if (ContactText.FromCode(code, text, text, place.Number) is { } contact)
        {
            booking.Pointers.Add(new Pointer(owner, reference, place.Number, code, text, passenger => (passenger.Contacts ??= []).Add(contact)));
            return;
        }

        var service = new SpecialRequest(
            code, file.Attribute(element, "Status"), PnrXmlFile.Number(file.Attribute(element, "ServiceQuantity")), file.Attribute(file.Children(element, "Airline").FirstOrDefault(), "Code"),
            file.Attribute(element, "BoardPoint") is { Length: > 0 } from ? from : leg?.From ?? "", file.Attribute(element, "OffPoint") is { Length: > 0 } to ? to : leg?.To ?? "", text, "", reference, place.Number);
        if (owner is null && reference.Length == 0)
        {
            (booking.Services ??= []).Add(service);
            return;
        }

        booking.Pointers.Add(new Pointer(owner, reference, place.Number, code, text, passenger => (passenger.Services ??= []).Add(service)));
    }

    DocumentText Docs(XElement docs)
    {
        var sex = file.Attribute(docs, "Gender").ToUpperInvariant();
        return new DocumentText(
            file.Attribute(docs, "TravelDocType"), file.Attribute(docs, "IssuingLoc"), file.Attribute(docs, "TravelDocNbr"), file.Attribute(docs, "PaxNationality"), file.Attribute(docs, "DateOfBirth"), sex,
            file.Attribute(docs, "ExpiryDate"), file.Attribute(docs, "Surname"), file.Attribute(docs, "FirstGivenName"), file.Attribute(docs, "SecondGivenName"), false);
    }
}
