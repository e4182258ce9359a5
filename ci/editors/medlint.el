;;; medlint.el --- medlint in Emacs  -*- lexical-binding: t -*-

;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Put it in `load-path' and say (require 'medlint).
;; `M-x compile RET medlint check FILE' makes findings into links, at the right
;; characters; with eglot, `M-x eglot' in a page or in medlint.toml starts the
;; language server.

;;; Code:

(require 'compile)

(add-to-list 'compilation-error-regexp-alist-alist
             '(medlint
               "^\\(.+?\\):\\([0-9]+\\):\\([0-9]+\\): \\(?:error\\|\\(warning\\)\\|\\(info\\)\\)\\["
               1 2 3 (4 . 5)))
(add-to-list 'compilation-error-regexp-alist 'medlint)

;; medlint counts characters, not the columns of a screen.
(defun medlint-count-characters ()
  "Take the columns of medlint's messages for characters."
  (when (and (stringp compile-command)
             (string-match-p "\\<medlint\\>" compile-command))
    (setq-local compilation-error-screen-columns nil)))
(add-hook 'compilation-mode-hook #'medlint-count-characters)

(with-eval-after-load 'eglot
  (defvar eglot-server-programs)
  (dolist (mode '(html-mode mhtml-mode conf-toml-mode))
    (add-to-list 'eglot-server-programs `(,mode . ("medlint" "lsp")))))

(provide 'medlint)
;;; medlint.el ends here
