package main

import (
	"context"
	dbsql "database/sql"

	_ "github.com/mattn/go-sqlite3" // another program that opens the archive
	"github.com/rogpeppe/go-internal/testscript"
)

// sql FILE STATEMENT changes an archive behind the program's back.
func sql(ts *testscript.TestScript, _ bool, args []string) {
	db, err := dbsql.Open("sqlite3", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.ExecContext(context.Background(), args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

// occupy FILE writes to an archive until the script ends.
func occupy(ts *testscript.TestScript, _ bool, args []string) {
	db, err := dbsql.Open("sqlite3", ts.MkAbs(args[0])+"?_txlock=immediate")
	ts.Check(err)
	t, err := db.BeginTx(context.Background(), nil)
	ts.Check(err)
	ts.Defer(func() {
		_ = t.Rollback()
		_ = db.Close()
	})
}
