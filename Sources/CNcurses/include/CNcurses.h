#pragma once
// The curses calls, constants and macros that Swift cannot import, as plain functions.
// One screen and one thread: the state behind these functions is shared and unguarded.

#include <stdbool.h>
#include <stdint.h>

// What a screen is started with.
typedef struct {
  int escape_delay_ms;  // how long a lone ESC waits for the rest of a sequence
  bool mouse;
  bool paste;  // bracketed paste
  bool focus;  // focus in and out
} cn_options;

typedef enum {
  CN_STARTED = 0,
  CN_NO_TERMINAL = 1,   // standard input or output is no terminal
  CN_NO_UTF8 = 2,       // neither the locale nor C.UTF-8 is UTF-8
  CN_UNKNOWN_TERM = 3,  // terminfo does not know $TERM
} cn_start_result;

// Attribute bits of cn_put; the same as TerminalUI's Attributes.
enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8, CN_ITALIC = 16 };

typedef enum {
  CN_NONE = 0,
  CN_CHARACTER = 1,
  CN_KEY = 2,
  CN_MOUSE = 3,
  CN_RESIZE = 4,
  CN_PASTE_BEGIN = 5,
  CN_PASTE_END = 6,
  CN_FOCUS_IN = 7,
  CN_FOCUS_OUT = 8,
  CN_WOKEN = 9,
} cn_kind;

typedef enum {
  CN_UP = 1, CN_DOWN, CN_LEFT, CN_RIGHT, CN_HOME, CN_END, CN_PAGE_UP, CN_PAGE_DOWN,
  CN_INSERT, CN_DELETE, CN_BACKSPACE, CN_ENTER, CN_BACKTAB,
  CN_F0 = 32,  // CN_F0 + n is function key n
} cn_key;

enum { CN_SHIFT = 1, CN_ALT = 2, CN_CTRL = 4 };

typedef enum {
  CN_PRESS = 1, CN_RELEASE, CN_DOUBLE, CN_WHEEL_UP, CN_WHEEL_DOWN,
} cn_mouse_action;

typedef struct {
  cn_kind kind;
  uint32_t code;  // the scalar of a character, or a cn_key
  uint32_t modifiers;
  int row, column;  // mouse
  int button;       // mouse: 1 left, 2 middle, 3 right
  cn_mouse_action action;
} cn_event;

// A cell as Swift keeps it: a scalar (0 behind a wide glyph) and a style that C does not read.
typedef struct {
  uint32_t scalar;
  uint32_t style;
} cn_cell;

// Columns of a scalar, given whether ambiguous glyphs take two. Curses asks this rule, too.
typedef int (*cn_width_rule)(uint32_t scalar, bool ambiguous_is_wide);
void cn_set_escape_delay(int milliseconds);
void cn_set_width_rule(cn_width_rule rule, bool ambiguous_is_wide);

cn_start_result cn_start(cn_options options);
void cn_stop(void);     // leaves the screen for good; harmless twice
void cn_leave(void);    // leaves the screen for a while (an editor, a shell)
void cn_return(void);   // comes back and paints everything again
void cn_suspend(void);  // leaves, stops the process group (SIGTSTP), comes back when continued

int cn_rows(void);
int cn_columns(void);
int cn_colours(void);  // 0 without colour
int cn_pair(int foreground, int background);  // -1 is the terminal's own colour

void cn_put(int row, int column, const cn_cell *cells, int count, uint32_t attributes, int pair);
// Shows what was put; `synchronized` wraps it in mode 2026 so that it cannot tear.
void cn_show(int row, int column, bool cursor_visible, bool synchronized);
void cn_repaint(void);  // the next cn_show sends every cell (Ctrl-L)
void cn_bell(void);
void cn_write(const char *bytes, int count);  // bytes that curses knows nothing of (OSC 52)

// The next event, waiting at most timeout_ms (-1: for ever). Signals end the wait with CN_NONE.
cn_event cn_next(int timeout_ms);
bool cn_wake(void);  // ends a wait of cn_next from any thread

// Keeps SIGHUP and SIGTERM as flags and puts the terminal right in a crash.
void cn_catch_signals(void);
bool cn_hangup(void);
bool cn_terminated(void);

// Runs a program on the terminal and waits; its exit status, 127 when it cannot start.
int cn_run(const char *const *arguments);
