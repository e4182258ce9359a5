;;; emacs.el --- Emacs as a person uses it  -*- lexical-binding: t -*-

;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; With eglot: opens the bad article, looks at the diagnostics, types, applies a
;; code action.  With compile: follows the lines in "concise".  Run by ../check.

;;; Code:

(require 'cl-lib)
(setq load-path
      (append (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*")
              (list (getenv "EDITORS"))
              load-path))
(require 'medlint)
(defconst has-eglot (require 'eglot nil t))
(require 'flymake)

(defun check (condition &rest what)
  "Fail with the message WHAT unless CONDITION."
  (unless condition (error "%s" (apply #'format what))))

(defun await (what condition)
  "Wait until CONDITION holds; WHAT is what is waited for."
  (let ((end (+ (float-time) 30)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "waited in vain: %s" what))
      (accept-process-output nil 0.05)
      (flymake-start))))

(defun finding (rule)
  "The diagnostic of RULE in this buffer, or nil."
  (cl-find-if (lambda (each)
                (string-match-p (regexp-quote rule)
                                (flymake-diagnostic-text each)))
              (flymake-diagnostics)))

(defun apply-action (prefix begin end)
  "Apply the code action whose title starts with PREFIX, between BEGIN and END."
  (let ((title nil))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt titles &rest _)
                 (setq title
                       (cl-find-if
                        (lambda (each) (string-prefix-p prefix each))
                        (mapcar (lambda (each) (if (consp each) (car each) each))
                                titles))))))
      (let ((last-nonmenu-event t))
        (eglot--read-execute-code-action (eglot-code-actions begin end)
                                         (eglot-current-server))))
    (check title "no action was offered: %s" prefix)))

(defun try-eglot ()
  "Play a session with the language server."
  (find-file "bad.html")
  (html-mode)
  (setq eglot-autoshutdown nil)
  (let ((eglot-sync-connect t))
    (apply #'eglot--connect (eglot--guess-contact)))
  (await "the server" #'eglot-managed-p)
  (await "the cure" (lambda () (finding "claims/cure")))
  (goto-char (point-min))
  (let* ((end (search-forward "cure sciatica"))
         (begin (match-beginning 0))
         (found (finding "claims/cure")))
    (check (and (= (flymake-diagnostic-beg found) begin)
                (= (flymake-diagnostic-end found) end))
           "the cure is at %d-%d, not at %d-%d"
           (flymake-diagnostic-beg found) (flymake-diagnostic-end found)
           begin end)
    ;; Typed, before the finding too.
    (goto-char begin)
    (search-backward "Caf")
    (insert "🙂🙂")
    (goto-char (+ begin 2))
    (delete-char (length "cure sciatica"))
    (insert "help sciatica")
    (eglot--signal-textDocument/didChange)
    (await "the mended text" (lambda () (not (finding "claims/cure"))))
    (delete-char (- (length "help sciatica")))
    (insert "cure sciatica")
    (eglot--signal-textDocument/didChange)
    (await "the cure at its new place"
           (lambda ()
             (let ((again (finding "claims/cure")))
               (and again
                    (= (flymake-diagnostic-beg again) (+ begin 2))))))
    ;; Applied: a fix, and a suppression.
    (await "the marker" (lambda () (finding "spam/ad-slot-marker")))
    (let ((marker (flymake-diagnostic-beg (finding "spam/ad-slot-marker"))))
      (apply-action "Remove the ad marker" marker (1+ marker)))
    (goto-char (point-min))
    (check (search-forward "sciatica.</p>\n</article>" nil t)
           "no fix: %s" (buffer-string))
    (eglot--signal-textDocument/didChange)
    (await "the end of the marker"
           (lambda () (not (finding "spam/ad-slot-marker"))))
    (apply-action "Suppress claims/cure" (+ begin 2) (+ begin 3))
    (goto-char (point-min))
    (check (search-forward
            "\n<!-- medlint-disable-next-block claims/cure: REASON -->\n<p>" nil t)
           "no suppression: %s" (buffer-string))
    (eglot--signal-textDocument/didChange)
    (await "the suppressed text" (lambda () (not (finding "claims/cure"))))
    (set-buffer-modified-p nil)
    (eglot-shutdown (eglot-current-server))))

(defun try-compile ()
  "Follow each line in \"concise\"; write where it leads to \"compiled\"."
  (let ((compile-command "medlint check bad.html")
        (lines nil))
    (with-current-buffer (get-buffer-create "*compilation*")
      (insert-file-contents "concise")
      (compilation-mode)
      (compilation--ensure-parse (point-max))
      (goto-char (point-min))
      (while (not (eobp))
        (let ((message (get-text-property (point) 'compilation-message)))
          (when message
            (let ((text (buffer-substring (point) (line-end-position))))
              (save-current-buffer
                (compile-goto-error)
                (push (format "%d|%d|%d|%s" (line-number-at-pos)
                              (- (point) (line-beginning-position))
                              (compilation--message->type message)
                              text)
                      lines)))))
        (set-buffer "*compilation*")
        (forward-line 1)))
    (with-temp-file "compiled"
      (insert (mapconcat #'identity (nreverse lines) "\n") "\n"))))

(condition-case failure
    (progn
      (try-compile)
      (if has-eglot
          (try-eglot)
        (princ "skipped: there is no eglot (ci/install --editors installs it)\n"))
      (princ "good\n"))
  (error (princ (format "emacs: %s\n" (error-message-string failure)))
         (kill-emacs 1)))

;;; emacs.el ends here
