#include "cxml.h"

#include <iconv.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

/// Bytes that are handed to the parser piece by piece.
typedef struct {
    const uint8_t *bytes;
    size_t length;
    size_t position;
} source;

struct cxml_stream {
    xmlTextReaderPtr reader;
    source source;
    cxml_error error;
};

struct cxml_html {
    htmlDocPtr document;
    int32_t gave_up;
};

typedef struct {
    xmlParserCtxtPtr parser;
    source source;
    int32_t depth, deepest;
    const char *names;
    int32_t inside;
    size_t mark, span;
    int32_t verdict;
    cxml_error error;
} check;

static const int xml_options =
    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC;

static int feed(void *context, char *buffer, int length) {
    source *from = context;
    size_t left = from->length - from->position;
    size_t count = (size_t)length < left ? (size_t)length : left;
    memcpy(buffer, from->bytes + from->position, count);
    from->position += count;
    return (int)count;
}

static void note(cxml_error *into, const xmlError *error) {
    if (error == NULL || error->level < XML_ERR_ERROR || into->code != 0) return;
    into->code = error->code;
    into->line = error->line;
    into->column = error->int2;
    if (error->message != NULL)
        strncpy(into->message, error->message, sizeof into->message - 1);
}

static void note_stream(void *context, xmlErrorPtr error) {
    note(&((cxml_stream *)context)->error, error);
}

// libxml2 hands the parser's user data to every handler, which is the check.

static void note_check(void *context, xmlErrorPtr error) { note(&((check *)context)->error, error); }

static void stop(check *of, int32_t verdict) {
    if (of->verdict != cxml_sound) return;
    of->verdict = verdict;
    of->error.line = of->parser->input != NULL ? of->parser->input->line : 0;
    of->error.column = of->parser->input != NULL ? of->parser->input->col : 0;
    xmlStopParser(of->parser);
}

static void met_doctype(void *context, const xmlChar *name, const xmlChar *public,
                        const xmlChar *system) {
    (void)name, (void)public, (void)system;
    stop(context, cxml_doctype);
}

static int is_named(const check *of, const char *name) {
    size_t length = strlen(name);
    for (const char *at = of->names; (at = strstr(at, name)) != NULL; at += length)
        if (at > of->names && at[-1] == ' ' && at[length] == ' ') return 1;
    return 0;
}

static void met_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                      int spaces, const xmlChar **space, int attributes, int defaulted,
                      const xmlChar **attribute) {
    (void)prefix, (void)uri, (void)spaces, (void)space;
    (void)attributes, (void)defaulted, (void)attribute;
    check *of = context;
    if (++of->depth > of->deepest) stop(of, cxml_too_deep);
    if (of->inside == 0 && is_named(of, (const char *)name)) {
        of->inside = of->depth;
        of->mark = of->source.position;
    }
    if (of->inside != 0 && of->source.position - of->mark > of->span) stop(of, cxml_too_long);
}

static void met_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)name, (void)prefix, (void)uri;
    check *of = context;
    if (of->inside != 0 && of->source.position - of->mark > of->span) stop(of, cxml_too_long);
    if (of->depth == of->inside) of->inside = 0;
    of->depth--;
}

int32_t cxml_check(const uint8_t *bytes, size_t length, int32_t depth, const char *names, size_t span,
                   cxml_error *error) {
    xmlInitParser();
    memset(error, 0, sizeof *error);
    check of = {.source = {bytes, length, 0}, .deepest = depth, .names = names, .span = span};
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .internalSubset = met_doctype,
                             .startElementNs = met_start,
                             .endElementNs = met_end,
                             .serror = note_check};
    of.parser =
        xmlCreateIOParserCtxt(&handler, &of, feed, NULL, &of.source, XML_CHAR_ENCODING_UTF8);
    if (of.parser == NULL) {
        strncpy(error->message, "the parser can't start", sizeof error->message - 1);
        return cxml_broken;
    }
    xmlCtxtUseOptions(of.parser, xml_options);
    xmlParseDocument(of.parser);
    if (of.verdict == cxml_sound && (!of.parser->wellFormed || of.error.code != 0))
        of.verdict = cxml_broken;
    xmlFreeParserCtxt(of.parser);
    *error = of.error;
    return of.verdict;
}

cxml_stream *cxml_stream_open(const uint8_t *bytes, size_t length) {
    xmlInitParser();
    cxml_stream *stream = calloc(1, sizeof *stream);
    if (stream == NULL) return NULL;
    stream->source.bytes = bytes;
    stream->source.length = length;
    stream->reader = xmlReaderForIO(feed, NULL, &stream->source, NULL, "UTF-8", xml_options);
    if (stream->reader == NULL) {
        free(stream);
        return NULL;
    }
    xmlTextReaderSetStructuredErrorHandler(stream->reader, note_stream, stream);
    return stream;
}

void cxml_stream_close(cxml_stream *stream) {
    if (stream == NULL) return;
    xmlFreeTextReader(stream->reader);
    free(stream);
}

int32_t cxml_stream_next(cxml_stream *stream, int32_t skip) {
    for (;;) {
        int result = skip ? xmlTextReaderNext(stream->reader) : xmlTextReaderRead(stream->reader);
        skip = 0;
        if (result != 1) return stream->error.code != 0 ? -1 : result;
        if (xmlTextReaderNodeType(stream->reader) == XML_READER_TYPE_ELEMENT) return 1;
    }
}

const char *cxml_stream_name(cxml_stream *stream) {
    return (const char *)xmlTextReaderConstLocalName(stream->reader);
}

const cxml_node *cxml_stream_element(cxml_stream *stream) {
    const cxml_node *node = (const cxml_node *)xmlTextReaderExpand(stream->reader);
    return stream->error.code != 0 ? NULL : node;
}

const cxml_node *cxml_stream_current(cxml_stream *stream) {
    return (const cxml_node *)xmlTextReaderCurrentNode(stream->reader);
}

int32_t cxml_stream_line(cxml_stream *stream) {
    return xmlTextReaderGetParserLineNumber(stream->reader);
}

const cxml_error *cxml_stream_error(const cxml_stream *stream) { return &stream->error; }

cxml_html *cxml_html_open(const uint8_t *bytes, size_t length) {
    xmlInitParser();
    if (length > INT32_MAX) return NULL;
    cxml_html *html = calloc(1, sizeof *html);
    htmlParserCtxtPtr context = htmlNewParserCtxt();
    if (html == NULL || context == NULL) {
        free(html);
        if (context != NULL) htmlFreeParserCtxt(context);
        return NULL;
    }
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
    html->document =
        htmlCtxtReadMemory(context, (const char *)bytes, (int)length, NULL, "UTF-8", options);
    html->gave_up = context->disableSAX != 0;
    htmlFreeParserCtxt(context);
    return html;
}

void cxml_html_close(cxml_html *html) {
    if (html == NULL) return;
    if (html->document != NULL) xmlFreeDoc(html->document);
    free(html);
}

const cxml_node *cxml_html_root(const cxml_html *html) {
    if (html->document == NULL) return NULL;
    return (const cxml_node *)xmlDocGetRootElement(html->document);
}

int32_t cxml_html_gave_up(const cxml_html *html) { return html->gave_up; }

int32_t cxml_node_kind(const cxml_node *node) {
    switch (((const xmlNode *)node)->type) {
    case XML_ELEMENT_NODE: return 1;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return 2;
    default: return 0;
    }
}

const char *cxml_node_name(const cxml_node *node) {
    return (const char *)((const xmlNode *)node)->name;
}

const char *cxml_node_namespace(const cxml_node *node) {
    const xmlNode *element = (const xmlNode *)node;
    if (element->type != XML_ELEMENT_NODE || element->ns == NULL) return NULL;
    return (const char *)element->ns->href;
}

uint32_t cxml_html_entity(const char *name) {
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    return entity == NULL ? 0 : entity->value;
}

int32_t cxml_html_knows(const char *name) {
    return htmlTagLookup((const xmlChar *)name) != NULL;
}

const cxml_node *cxml_node_first_child(const cxml_node *node) {
    const xmlNode *one = (const xmlNode *)node;
    return one->type == XML_ELEMENT_NODE ? (const cxml_node *)one->children : NULL;
}

const cxml_node *cxml_node_next(const cxml_node *node) {
    return (const cxml_node *)((const xmlNode *)node)->next;
}

const char *cxml_node_text(const cxml_node *node) {
    return (const char *)((const xmlNode *)node)->content;
}

const char *cxml_node_attribute(const cxml_node *node, const char *name) {
    const xmlNode *element = (const xmlNode *)node;
    if (element->type != XML_ELEMENT_NODE) return NULL;
    for (const xmlAttr *attribute = element->properties; attribute != NULL;
         attribute = attribute->next) {
        if (strcmp((const char *)attribute->name, name) != 0) continue;
        const xmlNode *value = attribute->children;
        return value == NULL ? "" : (const char *)value->content;
    }
    return NULL;
}

int64_t cxml_to_utf8(const char *charset, const uint8_t *bytes, size_t length, uint8_t *out,
                     size_t *failed_at) {
    iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) {
        *failed_at = SIZE_MAX;
        return -1;
    }
    char *source = (char *)bytes;
    char *target = (char *)out;
    size_t left = length;
    size_t room = length * 4;
    size_t result = iconv(converter, &source, &left, &target, &room);
    iconv_close(converter);
    if (result == (size_t)-1 || left != 0) {
        *failed_at = (size_t)(source - (char *)bytes);
        return -1;
    }
    return target - (char *)out;
}
