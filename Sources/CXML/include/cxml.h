#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

// Our own names over libxml2, whose headers stay in the C file. Everything works on UTF-8 in memory:
// nothing here opens a file or a connection, loads a DTD or expands an entity.

/// A node of a tree. Lives as long as what it was taken from stays where it is.
typedef struct cxml_node cxml_node;

/// An XML document that is read element by element.
typedef struct cxml_stream cxml_stream;

/// An HTML document, parsed with tolerance.
typedef struct cxml_html cxml_html;

/// Why reading ended. Line and column count from 1; 0 where they are not known.
typedef struct {
    int32_t code;
    int32_t line;
    int32_t column;
    char message[240];
} cxml_error;

/// What a look through a whole document can find.
enum {
    cxml_sound = 0,
    cxml_broken = 1,
    cxml_doctype = 2,
    cxml_too_deep = 3,
    cxml_too_long = 4
};

/// Reads a whole document without keeping anything of it. The bytes must be UTF-8 without a byte order mark.
///
/// @param depth most elements open at once.
/// @param names local names of elements, each with a space before and behind it.
/// @param span most bytes in such an element.
/// @param error where it ended, unless all is sound.
int32_t cxml_check(const uint8_t *bytes, size_t length, int32_t depth, const char *names, size_t span,
                   cxml_error *error);

/// Opens an XML document, NULL without memory. The bytes must be UTF-8 without a byte order mark and
/// outlive the stream.
cxml_stream *cxml_stream_open(const uint8_t *bytes, size_t length);
void cxml_stream_close(cxml_stream *stream);

/// Goes to the next start of an element: 1; 0 at the end, -1 on an error. With `skip` the inside of the
/// current element is left out.
int32_t cxml_stream_next(cxml_stream *stream, int32_t skip);
/// The local name of the current element.
const char *cxml_stream_name(cxml_stream *stream);
/// The current element with all that is in it, NULL on an error; valid until the next move.
const cxml_node *cxml_stream_element(cxml_stream *stream);
/// The current element; what is in it may not be there yet.
const cxml_node *cxml_stream_current(cxml_stream *stream);
/// The line of the current element.
int32_t cxml_stream_line(cxml_stream *stream);
/// The first error.
const cxml_error *cxml_stream_error(const cxml_stream *stream);

/// Parses UTF-8 as HTML, NULL without memory.
cxml_html *cxml_html_open(const uint8_t *bytes, size_t length);
void cxml_html_close(cxml_html *html);
/// The root, NULL for an empty document.
const cxml_node *cxml_html_root(const cxml_html *html);
/// Whether the parser gave up on the way, which it does when elements are nested too deeply.
int32_t cxml_html_gave_up(const cxml_html *html);

/// What an entity of HTML stands for, by its name without `&` and `;`: a code point, 0 if there is none of that name.
uint32_t cxml_html_entity(const char *name);
/// Whether HTML 4 has an element of this name, in small letters.
int32_t cxml_html_knows(const char *name);

/// 1 for an element, 2 for text, 0 for anything else.
int32_t cxml_node_kind(const cxml_node *node);
/// An element's local name.
const char *cxml_node_name(const cxml_node *node);
/// The address of an element's namespace, NULL if it has none.
const char *cxml_node_namespace(const cxml_node *node);
const cxml_node *cxml_node_first_child(const cxml_node *node);
const cxml_node *cxml_node_next(const cxml_node *node);
/// A text node's content.
const char *cxml_node_text(const cxml_node *node);
/// An attribute's value by its local name, NULL if there is none.
const char *cxml_node_attribute(const cxml_node *node, const char *name);

/// Converts bytes of a named charset to UTF-8. Returns the converted length, or -1: then `failed_at` is the
/// first byte that is none of that charset's, or SIZE_MAX when the charset is not known. `out` needs four
/// times `length`.
int64_t cxml_to_utf8(const char *charset, const uint8_t *bytes, size_t length, uint8_t *out,
                     size_t *failed_at);

#endif
