// Downloads of a plan: a document for word processors (DOCX or ODT), a table, calendar entries, a file to open
// again; and calendar entries of a timeline. They are made on this device. tailorbird.withFiles loads this
// script when the reader wants one of them, so that pages stay light.
(function (tailorbird) {
  'use strict';
  var head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

  function list(root, selector) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }

  // --- A zip of texts, stored without compression (APPNOTE.TXT 6.3) ---

  // CRC-32, reflected (ISO 3309).
  function checksum(bytes) {
    var rest = -1;
    for (var at = 0; at < bytes.length; at += 1) {
      rest ^= bytes[at];
      for (var bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
    return (rest ^ -1) >>> 0;
  }
  // Converts parts to bytes: numbers, given as [value, count of bytes], in little-endian order; texts as UTF-8.
  function bytesOf(parts) {
    var encoder = new TextEncoder();
    var all = [];
    parts.forEach(function (part) {
      if (typeof part === 'string') encoder.encode(part).forEach(function (byte) { all.push(byte); });
      else for (var at = 0; at < part[1]; at += 1) all.push((part[0] >>> (8 * at)) & 255);
    });
    return all;
  }
  // `files`: [[name in ASCII, text]], in this order. The date of all is 1980-01-01, the earliest in a zip.
  function zip(files) {
    var all = [];
    var index = [];
    files.forEach(function (file) {
      var bytes = bytesOf([file[1]]);
      var facts = [[20, 2], [0x0800, 2], [0, 2], [0, 2], [33, 2], [checksum(bytes), 4], [bytes.length, 4], [bytes.length, 4], [file[0].length, 2], [0, 2]];
      index = index.concat(bytesOf([[0x02014b50, 4], [20, 2]].concat(facts, [[0, 2], [0, 2], [0, 2], [0, 4], [all.length, 4], file[0]])));
      all = all.concat(bytesOf([[0x04034b50, 4]].concat(facts, [file[0]])), bytes);
    });
    var end = bytesOf([[0x06054b50, 4], [0, 4], [files.length, 2], [files.length, 2], [index.length, 4], [all.length, 4], [0, 2]]);
    return new Uint8Array(all.concat(index, end));
  }

  // --- The plan as parts of a document: { heading }, { text } or { rows: [[text]], widths: [parts of the width] } ---

  function escaped(text) {
    // `<` is in brackets, because `</` would end the script in a page that contains it.
    return text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '').replace(/&/g, '&amp;').replace(/[<]/g, '&lt;').replace(/>/g, '&gt;');
  }
  // Calls `write` with each escaped line of a text, and joins the results with `between`.
  function lines(text, write, between) { return String(text).split('\n').map(function (line) { return write(escaped(line)); }).join(between); }

  function titleOf(root) { return tailorbird.visibleText(root.querySelector('.component-title')); }
  function columns(root) { return list(root, 'thead th').map(function (one) { return one.textContent; }); }
  // The plan, and what is around it on a printed sheet: when to go a step back, who agreed, whom to call, the
  // source and the date.
  function partsOf(root, plan, dates) {
    var rows = plan.weeks.map(function (week, index) {
      var review = tailorbird.dates.parse(week.review);
      return [index + 1 + (dates[index] ? '\n' + dates[index] : ''), week.days, week.hours, review ? tailorbird.dates.inWords(review) : week.review, week.tasks, week.adjustments];
    });
    var after = list(root, '.plan-total, .plan-remarks li, .plan-step-back > p, .plan-step-back li, .plan-signed').concat(list(document, '.people-near li')).map(function (one) {
      var copy = one.cloneNode(true);
      list(copy, '.line').forEach(function (line) { line.textContent = '____________________'; });
      return tailorbird.visibleText(copy);
    });
    var from = document.querySelector('.foot-line p');
    return [{ heading: titleOf(root) }, { rows: [columns(root)].concat(rows), widths: [13, 10, 9, 15, 27, 26] }]
      .concat(after.concat(from ? tailorbird.visibleText(from) : '', tailorbird.printLine()).filter(Boolean).map(function (text) { return { text: text }; }));
  }

  // --- Office Open XML ---

  function word(parts, language) {
    var space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    var types = 'http://schemas.openxmlformats.org/package/2006/';
    var office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
    var relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
    function run(text, bold) {
      return '<w:r>' + (bold ? '<w:rPr><w:b/></w:rPr>' : '') + lines(text, function (line) { return '<w:t xml:space="preserve">' + line + '</w:t>'; }, '<w:br/>') + '</w:r>';
    }
    function row(cells, isHead, widths) {
      return '<w:tr><w:trPr><w:cantSplit/>' + (isHead ? '<w:tblHeader/>' : '') + '</w:trPr>' + cells.map(function (text, column) {
        return '<w:tc><w:tcPr><w:tcW w:w="' + widths[column] * 50 + '" w:type="pct"/></w:tcPr><w:p>' + run(text, isHead) + '</w:p></w:tc>';
      }).join('') + '</w:tr>';
    }
    function table(part) {
      var borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(function (side) {
        return '<w:' + side + ' w:val="single" w:sz="4" w:space="0" w:color="877C6A"/>';
      }).join('');
      return '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>' + borders + '</w:tblBorders></w:tblPr><w:tblGrid>' +
        part.widths.map(function (width) { return '<w:gridCol w:w="' + width * 148 + '"/>'; }).join('') + '</w:tblGrid>' +
        part.rows.map(function (cells, index) { return row(cells, index === 0, part.widths); }).join('') + '</w:tbl>';
    }
    var body = parts.map(function (part) {
      if (part.rows) return table(part);
      return '<w:p>' + (part.heading ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : '') + run(part.heading || part.text) + '</w:p>';
    }).join('');
    var styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="' + language + '"/></w:rPr></w:rPrDefault>' +
      '<w:pPrDefault><w:pPr><w:spacing w:before="60" w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>';
    function links(inside) { return head + '<Relationships xmlns="' + types + 'relationships">' + inside + '</Relationships>'; }
    return zip([
      ['[Content_Types].xml', head + '<Types xmlns="' + types + 'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Override PartName="/word/document.xml" ContentType="' + office + 'document.main+xml"/><Override PartName="/word/styles.xml" ContentType="' + office + 'styles+xml"/></Types>'],
      ['_rels/.rels', links('<Relationship Id="r1" Type="' + relation + 'officeDocument" Target="word/document.xml"/>')],
      ['word/_rels/document.xml.rels', links('<Relationship Id="r1" Type="' + relation + 'styles" Target="styles.xml"/>')],
      ['word/document.xml', head + '<w:document xmlns:w="' + space + '"><w:body>' + body + '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' +
        '<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>'],
      ['word/styles.xml', head + '<w:styles xmlns:w="' + space + '">' + styles + '</w:styles>']
    ]);
  }

  // --- OpenDocument ---

  function openDocument(parts, language) {
    var type = 'application/vnd.oasis.opendocument.text';
    var spaces = ['office', 'text', 'table', 'style'].map(function (name) { return ' xmlns:' + name + '="urn:oasis:names:tc:opendocument:xmlns:' + name + ':1.0"'; }).join('') +
      ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"';
    function paragraph(text, style) {
      return '<text:p text:style-name="' + style + '">' + lines(text, function (line) {
        return line.replace(/ {2,}/g, function (blanks) { return ' <text:s text:c="' + (blanks.length - 1) + '"/>'; });
      }, '<text:line-break/>') + '</text:p>';
    }
    function row(cells, isHead) {
      return '<table:table-row table:style-name="Row">' + cells.map(function (text) {
        return '<table:table-cell table:style-name="Cell" office:value-type="string">' + paragraph(text, isHead ? 'Head' : 'Standard') + '</table:table-cell>';
      }).join('') + '</table:table-row>';
    }
    var columnStyles = '';
    var body = parts.map(function (part) {
      if (part.heading) return '<text:h text:style-name="Heading" text:outline-level="1">' + escaped(part.heading) + '</text:h>';
      if (!part.rows) return paragraph(part.text, 'Standard');
      columnStyles = part.widths.map(function (width, column) {
        return '<style:style style:name="Column' + column + '" style:family="table-column"><style:table-column-properties style:column-width="' + (width * 2.61).toFixed(1) + 'mm"/></style:style>';
      }).join('');
      return '<table:table table:name="Plan" table:style-name="Table">' + part.widths.map(function (width, column) { return '<table:table-column table:style-name="Column' + column + '"/>'; }).join('') +
        '<table:table-header-rows>' + row(part.rows[0], true) + '</table:table-header-rows>' + part.rows.slice(1).map(function (cells) { return row(cells, false); }).join('') + '</table:table>';
    }).join('');
    var automatic = '<style:style style:name="Table" style:family="table"><style:table-properties style:width="261mm" table:align="left"/></style:style>' + columnStyles +
      '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>' +
      '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #877c6a" fo:padding="1.5mm"/></style:style>';
    var styles = '<office:styles><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-top="1mm" fo:margin-bottom="1mm"/>' +
      '<style:text-properties fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt" fo:language="' + language + '" fo:country="none"/></style:style>' +
      '<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style></office:styles>' +
      '<office:automatic-styles><style:page-layout style:name="Sheet"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" fo:margin="18mm"/></style:page-layout></office:automatic-styles>' +
      '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Sheet"/></office:master-styles>';
    function entry(name, kind) { return '<manifest:file-entry manifest:full-path="' + name + '" manifest:media-type="' + kind + '"/>'; }
    return zip([
      ['mimetype', type],
      ['META-INF/manifest.xml', head + '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">' +
        entry('/', type) + entry('content.xml', 'text/xml') + entry('styles.xml', 'text/xml') + '</manifest:manifest>'],
      ['content.xml', head + '<office:document-content' + spaces + '><office:automatic-styles>' + automatic + '</office:automatic-styles><office:body><office:text>' + body + '</office:text></office:body></office:document-content>'],
      ['styles.xml', head + '<office:document-styles' + spaces + '>' + styles + '</office:document-styles>']
    ]);
  }

  // --- A table for a spreadsheet, and a calendar ---

  // A cell that a spreadsheet would take for a formula is written as text.
  function table(root, plan, dates) {
    var sign = document.documentElement.lang === 'en' ? ',' : ';';
    function cell(text) { return '"' + String(text).replace(/^([=+\-@\t])/, "'$1").replace(/"/g, '""') + '"'; }
    var rows = [columns(root)].concat(plan.weeks.map(function (week, index) {
      return [index + 1 + (dates[index] ? ' (' + dates[index] + ')' : ''), week.days, week.hours, week.review, week.tasks, week.adjustments];
    }));
    return '\ufeff' + rows.map(function (row) { return row.map(cell).join(sign); }).join('\r\n') + '\r\n';
  }
  // A calendar file (RFC 5545) of days, not hours: no time zone can move them. `events`: { uid, date: "2026-03-02", title,
  // words }. Lines are folded at 75 octets.
  function calendarOf(product, events) {
    function text(words) { return words.replace(/([\\,;])/g, '\\$1').replace(/\r?\n/g, '\\n'); }
    function folded(line) {
      var octets = 0;
      return Array.from(line).map(function (character) {
        var code = character.codePointAt(0);
        var size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        octets += size;
        if (octets <= 75) return character;
        octets = size + 1;
        return '\r\n ' + character;
      }).join('');
    }
    return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tailorbird//' + product + '//EN'].concat(events.map(function (event) {
      var day = event.date.replace(/-/g, '');
      return ['BEGIN:VEVENT', 'UID:' + event.uid + '@tailorbird.invalid', 'DTSTAMP:' + day + 'T080000Z', 'DTSTART;VALUE=DATE:' + day,
        'SUMMARY:' + text(event.title), 'DESCRIPTION:' + text(event.words), 'TRANSP:TRANSPARENT', 'END:VEVENT'].map(folded).join('\r\n');
    }), 'END:VCALENDAR', '').join('\r\n');
  }
  function calendar(root, plan) {
    return calendarOf('Plan', plan.weeks.map(function (week, index) {
      return { uid: root.id + '-' + (index + 1) + '-' + week.review.replace(/-/g, ''), date: week.review,
        title: tailorbird.own(root, 'event', { n: index + 1 }), words: tailorbird.own(root, 'event-do') };
    }).filter(function (event) { return tailorbird.dates.parse(event.date); }));
  }

  // --- Saved plans ---

  function save(root, plan) {
    return JSON.stringify({ form: 'tailorbird-plan', version: 1, start: plan.start, weeks: plan.weeks }, null, 2) + '\n';
  }
  // Calls `done` with the plan in the file; with null when there is none.
  function read(file, done) {
    var reader = new FileReader();
    reader.onload = function () {
      var plan = null;
      try { plan = JSON.parse(String(reader.result)); } catch (garbage) { /* no plan */ }
      done(plan && plan.form === 'tailorbird-plan' && plan.version === 1 ? plan : null);
    };
    reader.onerror = function () { done(null); };
    if (file.size > 200000) done(null);
    else reader.readAsText(file);
  }

  function documentAs(write) {
    return function (root, plan, dates) { return write(partsOf(root, plan, dates), document.documentElement.lang); };
  }
  // By the data-action of a plan's button: the name of the file, its type, and what makes it of (element, plan, days of each week).
  tailorbird.files = {
    word: { name: 'plan.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', make: documentAs(word) },
    odt: { name: 'plan.odt', type: 'application/vnd.oasis.opendocument.text', make: documentAs(openDocument) },
    table: { name: 'plan.csv', type: 'text/csv;charset=utf-8', make: table },
    calendar: { name: 'plan.ics', type: 'text/calendar;charset=utf-8', make: calendar },
    save: { name: 'plan.json', type: 'application/json', make: save },
    read: read,
    calendarOf: calendarOf
  };
}(window.tailorbird));
