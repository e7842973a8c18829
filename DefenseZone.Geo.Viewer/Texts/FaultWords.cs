using DefenseZone.Geo.Rendering;
using DefenseZone.Geo.Siting;
using DefenseZone.Geo.Terrain;

namespace DefenseZone.Geo.Viewer.Texts;

/// <summary>What keeps a question from an answer, in the reader's language. The library says it in English, with the facts beside it.</summary>
public static class FaultWords
{
    /// <summary>What an exception says to the planner; none where it is a fault of the program.</summary>
    public static string? Of(Exception fault, Language language) => fault switch
    {
        null => throw new ArgumentNullException(nameof(fault)),
        SitingProblemException { Reasons.IsEmpty: false } siting => string.Join('\n', siting.Reasons.Select(reason => SitingReasonWords.Of(reason, language))),
        SitingProblemException => fault.Message,
        TerrainException terrain => Of(terrain, language),
        ArgumentException => fault.Message.Split(" (Parameter")[0],
        _ => null,
    };

    // Fields of a format have no Vietnamese names: the technical detail is quoted as it is.
    private static string Of(TerrainException fault, Language language)
    {
        if (language != Language.Vietnamese || fault.Kind == TerrainFaultKind.Other)
            return fault.Message;
        (string what, string remedy) = fault.Kind switch
        {
            TerrainFaultKind.Unreadable => ("không đọc được tệp, hoặc tệp đã thay đổi trong khi dùng", "hãy kiểm tra tệp còn đó và có quyền đọc, rồi mở lại kế hoạch"),
            TerrainFaultKind.Damaged => ("tệp bị cắt ngắn hoặc hỏng", "hãy chép lại từ nguồn"),
            TerrainFaultKind.UnknownFormat => ("đây không phải tệp địa hình", "tệp địa hình là .hgt, .tif, .tiff, .asc hoặc generated.json; chuyển đổi bằng gdal_translate"),
            TerrainFaultKind.NotSupported => ("dạng này của định dạng không được đọc (số kênh, kiểu mẫu, kiểu nén, đơn vị hoặc hướng)", "hãy chuyển sang GeoTIFF một kênh, theo mét, hướng bắc lên trên, bằng gdalwarp"),
            TerrainFaultKind.NoPlace => ("tệp không cho biết nó nằm ở đâu", "hãy ghi tọa độ và hệ tọa độ, ví dụ bằng gdal_translate -a_srs"),
            TerrainFaultKind.UnknownSystem => ("hệ tọa độ không được biết, hoặc không khớp với tọa độ của tệp", "dùng được WGS84, UTM và VN-2000; chuyển đổi bằng gdalwarp -t_srs EPSG:4326"),
            TerrainFaultKind.BadHead => ("phần đầu của lưới sai", "phần đầu gồm ncols, nrows, xllcorner, yllcorner, cellsize và, nếu có ô trống, nodata_value"),
            TerrainFaultKind.BadSamples => ("một giá trị của lưới không phải độ cao", "mỗi giá trị là số mét, dấu chấm trước phần thập phân"),
            TerrainFaultKind.BadRecipe => ("công thức địa hình giả định sai", "xem docs/methods/plan-folder.md"),
            TerrainFaultKind.TooLarge => ("dữ liệu quá lớn để đọc như vậy", "hãy chia thành các mảnh nhỏ hơn, hoặc bỏ mảnh quá chi tiết hay quá xa"),
            _ => ("hệ tọa độ của các tệp không khớp nhau", "hãy đưa mọi tệp về một hệ bằng gdalwarp -t_srs EPSG:4326"),
        };
        return $"{fault.File}: {what}; {remedy} ({fault.Problem})";
    }
}
