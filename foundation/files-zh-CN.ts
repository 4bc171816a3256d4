/** Texts about files in and out, keys `files.<name>`. Kept apart from the other texts of foundation for their number. */
export const filesZh = {
  refusals: {
    // Any file.
    fileEmpty: '文件是空的。',
    tooLarge: '文件太大，最多 {limit} MB。',
    typeRefused: '不能接收这种文件。可以上传：{allowed}。文件按内容识别，改文件名没有用。',
    macros: '文件带有宏，不能接收。请另存为不带宏的 .docx 或 .xlsx 后再上传。',
    diskFull: '服务器存储空间已满，文件没有保存。请稍后再试，并告知系统管理员。',
    zipBroken: '文件已损坏或不完整，打不开。请重新导出或重新下载后再上传。',
    zipLocked: '文件设有密码，不能读取。请取消密码后再上传。',
    zipBomb: '文件解压后过大，为安全起见没有打开。',
    // Photos.
    photoHeic:
      '暂不能读取 HEIC 照片。请在手机“设置—相机—格式”中选“兼容性最佳”后重拍，或另存为 JPEG 再上传。',
    photoBroken: '照片已损坏或不完整，打不开。请重新拍摄或换一张。',
    photoTooManyPixels: '照片像素过高，最多 {limit} 百万像素。请缩小后再上传。',
    // Tables as a whole.
    tableUnreadable: '认不出这个文件。可以导入：XLSX、CSV、JSON。',
    tableEmpty: '文件里没有表格数据。',
    tableIsWebPage:
      '这个文件其实是网页或 XML 格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    spreadsheetOld:
      '这是旧版表格（.xls 或 .xlsb）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    sheetMissing: '文件里没有名为“{sheet}”的工作表。',
    tooManyRows: '行数太多，一次最多 {limit} 行。请分成几个文件导入。',
    tooManyColumns: '列数太多，最多 {limit} 列。',
    // Single rows.
    rowRagged:
      '这一行有 {found} 格，表头有 {expected} 格，对不上。请检查是否有多余的分隔符或换行；也可以另存为 .xlsx 再导入。',
    cellTooLong: '“{column}”一格太长，最多 {limit} 个字符。',
    cellError: '{column} 列这一格是错误值（{value}），读不出内容。',
    brokenCharacters: '“{column}”一格有无法识别的字符，文件编码可能有误。',
    quoteOpen: '从这一行起引号没有成对，后面的行无法读取。',
    jsonBroken: '这一条不是完整的 JSON。',
    jsonNotObject: '这一条不是 JSON 对象。',
    tableCutShort: '文件到这里中断，后面的内容缺失。',
  },
  notes: {
    nameLies: '文件名写的是 {said}，内容其实是 {format}，已按内容读取。',
    rowsAboveHeader: '第 {row} 行被当作表头，它上面的行没有读取。',
    otherSheets: '只读取了工作表“{sheet}”。未读取：{others}。',
    headersRenamed: '有的列没有列名或与别的列重名，已改称：{names}。',
  },
} as const
