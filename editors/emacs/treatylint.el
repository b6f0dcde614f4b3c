;;; treatylint.el --- treatylint for Emacs  -*- lexical-binding: t -*-

;; (load "treatylint.el"), then in a draft: M-x treatylint-eglot for the server, or M-x flymake-mode for findings alone.
;; M-x compile with "treatylint watch --format unix drafts" needs nothing of this file.

;;; Code:

(require 'flymake)

(defvar treatylint-program '("npx" "treatylint") "The program and the words before the command.")

(defvar-local treatylint--process nil)

(defun treatylint-flymake (report &rest _)
  "Lint the buffer as it is, saved or not, and tell REPORT."
  (when (process-live-p treatylint--process) (kill-process treatylint--process))
  (let* ((source (current-buffer))
         (name (or (buffer-file-name) "draft.md"))
         (output (generate-new-buffer " *treatylint*"))
         (command (append treatylint-program
                          (list "lint" "-" "--stdin-filename" name "--format" "unix"))))
    (save-restriction
      (widen)
      (setq treatylint--process
            (make-process
             :name "treatylint" :buffer output :command command :connection-type 'pipe :noquery t
             :stderr (get-buffer-create " *treatylint stderr*")
             :sentinel
             (lambda (process _)
               (when (memq (process-status process) '(exit signal))
                 (unwind-protect
                     (when (and (buffer-live-p source)
                                (eq process (buffer-local-value 'treatylint--process source)))
                       (funcall report (treatylint--read output source)))
                   (kill-buffer output))))))
      (process-send-region treatylint--process (point-min) (point-max))
      (process-send-eof treatylint--process))))

(defun treatylint--read (output source)
  "The diagnostics for SOURCE in the lines of OUTPUT."
  (let (found)
    (with-current-buffer output
      (goto-char (point-min))
      (while (re-search-forward
              "^.+?:\\([0-9]+\\):\\([0-9]+\\): \\(error\\|warning\\|info\\): \\(.*\\)$" nil t)
        (let* ((line (string-to-number (match-string 1)))
               (column (string-to-number (match-string 2)))
               (level (match-string 3))
               (words (match-string 4))
               (region (flymake-diag-region source line column)))
          (push (flymake-make-diagnostic source (car region) (cdr region)
                                         (pcase level ("error" :error) ("warning" :warning) (_ :note))
                                         words)
                found))))
    (nreverse found)))

(defun treatylint-setup ()
  "Let flymake ask treatylint in this buffer."
  (add-hook 'flymake-diagnostic-functions #'treatylint-flymake nil t))

(add-hook 'markdown-mode-hook #'treatylint-setup)

(defun treatylint-eglot ()
  "Start the server of treatylint for this buffer."
  (interactive)
  (defvar eglot-server-programs)
  (require 'eglot)
  (put major-mode 'eglot-language-id "markdown")
  (setq-local eglot-server-programs
              (cons (cons major-mode (append treatylint-program '("server" "--stdio")))
                    eglot-server-programs))
  (call-interactively #'eglot))

(provide 'treatylint)
;;; treatylint.el ends here
